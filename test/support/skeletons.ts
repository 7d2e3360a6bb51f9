/** What is left of generated files when their words are taken away. */
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import ts from 'typescript-5.4';
import { unified } from 'unified';

/** Characters that do not show, or that turn the order of others. */
export const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The code of each file without its words: the kind of every node, the names that it declares, the tags of comments. */
export function skeletonsOf(code: readonly [string, string][]): Record<string, string[]> {
  return Object.fromEntries(
    code.map(([name, text]) => {
      const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
      const skeleton: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node)) skeleton.push(node.text);
        else if (!ts.isParenthesizedExpression(node)) skeleton.push(ts.SyntaxKind[node.kind]);
        skeleton.push(...ts.getJSDocTags(node).map((tag) => `@${tag.tagName.text}`));
        ts.forEachChild(node, visit);
      };
      visit(file);
      return [name, skeleton];
    }),
  );
}

/** What the compiler cannot read in a file. */
export function syntaxFaultsOf(text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * The tree of a Markdown file without its texts: the kind and the depth of every node. An address is a link wherever it
 * stands, and says where it leads: it is text.
 */
export function markdownSkeletonOf(text: string): string[] {
  const skeleton: string[] = [];
  const visit = (node: Nodes, depth: number): void => {
    const isAddress = node.type === 'link' && text[node.position?.start.offset ?? 0] !== '[';
    if (node.type !== 'text' && !isAddress) skeleton.push(`${depth} ${node.type}`);
    if ('children' in node) for (const child of node.children) visit(child, depth + 1);
  };
  visit(markdown.parse(text), 0);
  return skeleton;
}
