/**
 * What a dialect from outside is made of, as the package exports it (`realtime-events/dialect`): the interface, the
 * model that it gives, and the concepts that all dialects share.
 */
export type {
  ColumnRole,
  Dialect,
  LinkNode,
  Page,
  PageEntry,
  PageSet,
  StrayStatement,
  SyntaxSettings,
} from './dialect.ts';
export type * from '../model/model.ts';
export { report, type RuleId } from '../diagnostics.ts';
export {
  inlineText,
  isComment,
  locatedText,
  positionOf,
  proseOf,
  sourceOf,
  spanOf,
  trimmed,
  unwrap,
  wordsOf,
  type InlineText,
} from '../markdown/inline.ts';
export { positionAt } from '../model/position.ts';
export { markIgnored, markProse, markStructure } from './account.ts';
export { reportUnknownBlocks, withoutComments } from './blocks.ts';
export { pointIn } from './code-block.ts';
export { joinSupport, readFlags, readParagraphFlags, type Flagged } from './flags.ts';
export { indexSections, reportLinkParts } from './index-page.ts';
export {
  allSections,
  anchorsOf,
  blocksOf,
  linkedSection,
  outlineOf,
  sectionTitle,
  spanOfSection,
  theSection,
  type Anchors,
  type Outline,
  type PageSection,
} from './outline.ts';
export { isBoundless, plainType } from './plain-types.ts';
export { readProse, takeProse } from './prose.ts';
