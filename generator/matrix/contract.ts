/** The contract of `support-matrix.json`, for programs that read it: `schemas/support-matrix.schema.json` is made of it. */
import * as v from 'valibot';
import { matrixVersion, type SupportMatrix } from './types.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.strictObject({ have: count, of: count });
const text = v.pipe(v.string(), v.minLength(1));
const paths = v.array(text);

const words = v.strictObject({
  file: text,
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text: v.string(),
});

const contradiction = v.strictObject({
  status: v.picklist(['supported', 'unsupported', 'partial']),
  reason: text,
  evidence: text,
});

const source = v.strictObject({
  id: text,
  title: text,
  provider: text,
  generation: v.exactOptional(v.number()),
  role: v.exactOptional(v.picklist(['reference', 'summary'])),
  snapshot: v.exactOptional(text),
  url: v.exactOptional(text),
  retired: v.exactOptional(v.strictObject({ date: text, evidence: text })),
  counts: v.strictObject({
    supported: count,
    unsupported: count,
    partial: count,
    disputed: count,
  }),
  ofReference: v.exactOptional(v.strictObject({ events: share, fields: share })),
});

const status = v.picklist(['supported', 'unsupported', 'partial', 'disputed', 'undocumented']);

const eventCell = v.strictObject({
  support: status,
  names: v.exactOptional(v.array(text)),
  with: v.exactOptional(v.record(v.string(), v.string())),
  documentedName: v.exactOptional(words),
  note: v.exactOptional(text),
  evidence: v.exactOptional(words),
  url: v.exactOptional(text),
  disputed: v.exactOptional(contradiction),
  deprecated: v.exactOptional(words),
  corrected: v.exactOptional(text),
  fields: v.exactOptional(
    v.strictObject({
      relation: v.picklist(['same', 'more', 'fewer', 'other', 'unlisted']),
      lacks: paths,
      adds: paths,
      differs: paths,
    }),
  ),
});

const fieldCell = v.strictObject({
  support: v.picklist(['supported', 'unsupported', 'partial', 'disputed']),
  path: v.exactOptional(text),
  type: text,
  requiredness: v.picklist(['required', 'optional', 'unstated']),
  bounds: v.exactOptional(text),
  default: v.exactOptional(text),
  origin: v.exactOptional(v.picklist(['inferred', 'corrected'])),
  note: v.exactOptional(text),
  disputed: v.exactOptional(contradiction),
  deprecated: v.exactOptional(v.literal(true)),
  evidence: v.pipe(count, v.description('The words of the docs, by their number in "evidence".')),
});

export const matrixContract = v.strictObject({
  version: v.literal(matrixVersion),
  sources: v.pipe(
    v.array(source),
    v.description('The columns: newest generation first, a hand-written summary last.'),
  ),
  events: v.pipe(
    v.array(
      v.strictObject({
        event: text,
        direction: v.picklist(['server', 'client']),
        headline: v.picklist(['portable', 'care', 'single', 'none']),
        measure: v.pipe(
          text,
          v.description('The source that the fields of the others are held against.'),
        ),
        sources: v.record(v.string(), eventCell),
        fields: v.array(
          v.strictObject({
            path: text,
            sources: v.record(v.string(), fieldCell),
            open: v.exactOptional(v.array(text)),
          }),
        ),
      }),
    ),
    v.description('The rows, by direction and name: an event once, whatever sources call it.'),
  ),
  evidence: v.pipe(v.array(words), v.description('Words of the docs, which fields point at.')),
}) satisfies v.GenericSchema<unknown, SupportMatrix>;
