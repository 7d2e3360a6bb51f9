/** Links of words to a section that the page does not have: a heading was renamed, or a letter is wrong. */
import { visit } from 'unist-util-visit';
import { report } from '../../diagnostics.ts';
import { positionOf } from '../../markdown/inline.ts';
import type { Reading } from './components.ts';
import { partAt, type Reference } from './reference.ts';

/** Reports the links of a reference that lead to none of its sections, but for those of types and of the index. */
export function reportDeadLinks({ reference, followed }: Reading): void {
  const others = anchorsInHtml(reference);
  for (const page of reference.pages) {
    visit(page.tree, ['link', 'definition'], (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      const { url } = node;
      if (followed.has(positionOf(page, node))) return;
      if (/^[^#./:]+$/.test(url) && partAt(reference, `#${url}`)) {
        const sentence = `"${url}" is a section of this page; write the link as (#${url}).`;
        report(page.file, 'reference-dead', node, sentence);
      } else if (/^#./.test(url) && !partAt(reference, url) && !others.has(url.slice(1))) {
        const sentence = `"${url}" leads to no section of this page; fix the link, or add the section.`;
        report(page.file, 'reference-dead', node, sentence);
      }
    });
  }
}

/** Anchors that are not those of headings: `<a id="more"></a>`. */
function anchorsInHtml({ pages }: Reference): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { tree } of pages)
    visit(tree, 'html', ({ value }) => {
      for (const [, anchor = ''] of value.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi))
        anchors.add(anchor);
    });
  return anchors;
}
