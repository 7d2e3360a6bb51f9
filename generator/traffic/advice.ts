/** What to do about what the docs do not have: other sources may have it by another name, or at another place. */
import type { Direction, Model, Renames } from '../model/model.ts';
import { eventsOf } from '../model/walk.ts';
import { adviceOn, adviceOnName } from '../runtime/advice.ts';
import type { Remark } from '../validation/judge.ts';
import { docsOf } from '../validation/other-names.ts';

export interface Advisor {
  /**
   * On the name of an event that the docs do not have.
   *
   * @param isRelative whether its direction depends on whose log it is
   */
  onName: (
    name: string,
    direction: Direction | undefined,
    isRelative?: boolean,
  ) => string | undefined;
  /** On something of a message that the docs do not have. */
  onRemark: (event: string, remark: Remark, message: unknown) => string | undefined;
}

/** @param renames what sources tell of the names of others */
export function advisorOf(model: Model, renames?: readonly Renames[]): Advisor {
  const docs = docsOf(model, renames);
  const names: Record<Direction, readonly string[]> = {
    server: eventsOf(model, 'server').map(({ name }) => name),
    client: eventsOf(model, 'client').map(({ name }) => name),
  };
  // That the docs do not have it goes without saying here.
  const ofNothing = { path: [''], expected: '', received: '', isUnknownKey: true } as const;
  const nothingKnown = adviceOn(ofNothing, {}, docs);
  const adviceOf = (
    { kind, path, misfit, known = [], value }: Remark,
    message: unknown,
  ): string | undefined => {
    const advice = adviceOn(
      misfit ?? {
        path,
        expected: '',
        received: '',
        ...(kind === 'key' ? { isUnknownKey: true } : { unknownValue: { is: value, known } }),
      },
      message,
      docs,
    );
    return advice === nothingKnown ? undefined : advice;
  };
  const onNames = new Kept();
  const onKeys = new Kept();
  return {
    onName: (name, direction, isRelative = false) =>
      onNames.of(name, `${direction ?? ''} ${isRelative}`, () => {
        if (!direction)
          return adviceOnName(name, { docs, names: [...names.server, ...names.client] });
        const opposite = direction === 'server' ? 'client' : 'server';
        const other = { direction: opposite, names: names[opposite] } as const;
        const advice = adviceOnName(name, { docs, names: names[direction], other });
        return isRelative && other.names.includes(name)
          ? `${advice} --recorded-by says whose log it is.`
          : advice;
      }),
    onRemark: (event, remark, message) => {
      const { kind, target, misfit, value } = remark;
      if (kind === 'null' || (kind === 'mismatch' && !misfit)) return undefined;
      // What is in an object may be elsewhere; another value is one of many.
      return kind === 'key' && !misfit && (value === null || typeof value !== 'object')
        ? onKeys.of(event, target, () => adviceOf(remark, message))
        : adviceOf(remark, message);
    },
  };
}

/** What was said of two names is kept, as far as there is room. */
class Kept {
  readonly #known = new Map<string, Map<string, string | undefined>>();
  #room = 10_000;

  of(first: string, second: string, advise: () => string | undefined): string | undefined {
    const known = this.#known.get(first);
    if (known?.has(second)) return known.get(second);
    const advice = advise();
    if (this.#room-- > 0) {
      const inner = known ?? new Map<string, string | undefined>();
      this.#known.set(first, inner.set(second, advice));
    }
    return advice;
  }
}
