/** As `parse.test.ts`, in every message in which a value or a member appears, and not once for each place. */
import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../generator/model/walk.ts';
import { directions } from '../support/generated-sources.ts';
import { wrongWith } from '../support/subjects.ts';
import { messagesOf, unknownMembersThatPass, untoldMutations } from './spoiled.ts';

describe.each(directions)('$title', (source) => {
  const events = eventsOf(source.model, source.direction);

  it('each mutation of an event is told at the place at which it is made', () => {
    const wrong = wrongWith(events, (event) => untoldMutations(source, messagesOf(source, event)));
    expect(wrong).toEqual({});
  });
});

describe.each(directions.filter(({ direction }) => direction === 'server'))('$title', (source) => {
  const events = eventsOf(source.model, source.direction);

  it('exactly read, a member of a union that the docs do not have is a mismatch', () => {
    const wrong = wrongWith(events, (event) =>
      unknownMembersThatPass(source, messagesOf(source, event)),
    );
    expect(wrong).toEqual({});
  });
});
