/**
 * What dialects pass over on purpose: a closed table. Every other line of a page is read or reported.
 */

/** A rule by which lines say nothing of their own. */
interface Ignored {
  /** The dialects that have the rule; without it all of them. */
  dialects?: readonly string[];
  about: string;
}

export const ignored = {
  'front-matter': { about: "keys for the publisher's own tools, at the beginning of a page" },
  'html-comment': { about: 'a comment where no text stands' },
  'index-preamble': { about: 'the title of an index, and paragraphs about the index as a whole' },

  'http-request': {
    dialects: ['yandex-rest'],
    about: 'the request, which names the event once more; that it does is checked',
  },
  'request-schema': {
    dialects: ['yandex-rest'],
    about: 'the line above the JSON skeleton; that it is there is checked',
  },
  'json-skeleton': {
    dialects: ['yandex-rest'],
    about: 'a second witness of the tables, with which it is compared',
  },
  'http-response': {
    dialects: ['yandex-rest'],
    about: 'the response of an event, which is empty; that it is empty is checked',
  },

  'about-the-document': {
    dialects: ['event-summary'],
    about: 'what a summary says of itself: title, summary, key facts, sources, history',
  },
  'group-title': { dialects: ['event-summary'], about: 'the heading of a group of events' },
  'example-title': {
    dialects: ['event-summary'],
    about: 'the heading of an example, which names its event itself',
  },
} as const satisfies Record<string, Ignored>;

export type IgnoreRule = keyof typeof ignored;
