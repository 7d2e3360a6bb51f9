import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { visit } from 'unist-util-visit';
import { markdownReport } from '../../../generator/diff/reports/markdown.ts';
import { approvalOf, finding, newValue, report, reworded } from '../../support/small-report.ts';

describe('a report for a pull request', () => {
  it('shows in full what matters, and folds the rest', () => {
    expect(markdownReport(report([finding(), newValue(), reworded()])))
      .toBe(`**1 breaking, 1 dangerous, 0 safe, 1 docs; suggests a major version**

### Breaking

- **\`tune\`**, server event of \`radio\`
  - \`volume\`: the field is gone. <br> server event: code that reads it gets nothing. \`docs-src/radio/tune.md:7:3 (base)\`

### Dangerous

- **\`tune\`**, server event of \`radio\`
  - \`band\`: the value 'dab' is new. (types safe) <br> server event: a \`switch\` over the values does not know it. \`docs-src/radio/tune.md:9:3\`

<details>
<summary>1 docs</summary>

- **\`tune\`**, server event of \`radio\`
  - the description is another one. <br> \`docs-src/radio/tune.md:1:1\`

</details>
`);
  });

  it('folds what is approved, with reason and note, and stale approvals', () => {
    const stale = [approvalOf(newValue())];
    expect(markdownReport(report([finding()], [approvalOf(finding())], { stale }))).toContain(
      `<details>
<summary>1 approved</summary>

- **\`tune\`**, server event of \`radio\`
  - \`volume\`: the field is gone. <br> server event: code that reads it gets nothing. Approved (api-change): announced in May \`docs-src/radio/tune.md:7:3 (base)\`

</details>

<details>
<summary>1 stale approvals</summary>

- \`f2\` matches no finding any more: required-field-removed: radio server tune volume: the field is gone

</details>
`,
    );
  });

  it('fits the body of a pull request, and says what it left out', () => {
    const many = Array.from({ length: 2000 }, (_, i) => finding({ fingerprint: `${10_000 + i}` }));
    const text = markdownReport(report(many));
    expect(text.length).toBeLessThan(65_536);
    const shown = text.match(/the field is gone/g)?.length ?? 0;
    expect(text).toContain(`- … and ${2000 - shown} more, for which there is no room here.`);
  });
});

describe('a long text', () => {
  const long = finding({
    sentence: `the value '${'x'.repeat(70_000)}' is gone`,
    fingerprint: 'f0',
  });

  it('is cut, and takes no room from the findings after it', () => {
    const text = markdownReport(report([long, finding()]));
    expect(text).toMatch(/the value 'x{589}… <br>/);
    expect(text).toContain('`volume`: the field is gone.');
    expect(text).not.toContain('no room here');
  });
});

/** What a Markdown reader makes of a report whose one finding has this text of a page. */
function nodesWith(text: string): Nodes[] {
  const one = finding({
    sentence: `the value '${text}' is gone`,
    place: { event: 'tune', path: text },
    places: [{ event: 'tune', path: text }],
  });
  const nodes: Nodes[] = [];
  visit(fromMarkdown(markdownReport(report([one]))), (node) => void nodes.push(node));
  return nodes;
}

describe('the text of a page', () => {
  it.each([
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['an end of what is folded', '</details>'],
    ['a comment', '<!-- hidden'],
    ['a link', '[here](javascript:alert)'],
    ['an image', '![here](x.png)'],
    ['emphasis', '**loud** and _quiet_'],
    ['code that ends', 'a ` b `` c'],
    ['a heading', '\n# Big'],
    ['an end of the list', '\n\n- other\n\n---'],
    ['an address', '<https://example.com>'],
    ['an entity', '&lt;b&gt;'],
    ['an escape', '\\<b>\\`'],
  ])('becomes no %s', (_, text) => {
    const kinds = (nodes: readonly Nodes[]) =>
      nodes.map(({ type }) => type).filter((type) => type !== 'text');
    const plainKinds = kinds(nodesWith('plain'));
    const inline = new Set(['inlineCode']);
    expect(kinds(nodesWith(text)).filter((type) => !inline.has(type))).toEqual(
      plainKinds.filter((type) => !inline.has(type)),
    );
  });

  it.each(['<b>', '**a**', 'a | b', 'a\\b', '&amp;', '$x$', '~~a~~', '[a]: b'])(
    'reads as it is written: %s',
    (text) => {
      const texts = nodesWith(text).flatMap((node) => (node.type === 'text' ? [node.value] : []));
      expect(texts.join('').replaceAll('\u200b', '')).toContain(`the value '${text}' is gone`);
    },
  );

  it.each([
    ['a person', '@someone', /@\w/],
    ['a team', '@org/team', /@\w/],
    ['an issue', '#12', /#\d/],
    ['an issue', 'org/name#12', /#\d/],
    ['an issue', 'GH-12', /GH-\d/],
    ['an address', 'https://example.com', /:\/\//],
    ['an address', 'www.example.com', /www\./],
    ['an address', 'a@example.com', /@\w/],
    ['a sign', ':boom:', /:boom/],
  ])('mentions nothing, not %s: %s', (_, text, mention) => {
    // Code is shown as it is by every reader of Markdown.
    const texts = nodesWith(text).flatMap((node) => (node.type === 'text' ? [node.value] : []));
    expect(texts.join('')).not.toMatch(mention);
  });

  it('that begins and ends with a backtick stays code', () => {
    const codes = nodesWith('`a`').flatMap((node) =>
      node.type === 'inlineCode' ? [node.value] : [],
    );
    expect(codes).toContain('`a`');
  });
});
