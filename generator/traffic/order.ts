/** Faults of order: what the docs say comes first. They are looked for where somebody asks, in sessions that a log has from their beginning. */
import { trafficLimits } from '../limits.ts';
import type { Model } from '../model/model.ts';
import { eventsOf } from '../model/walk.ts';
import { valueAt } from '../validation/judge.ts';

/** Something that begins with one event, which others follow. */
interface OrderRule {
  /** What it is: `item`. */
  of: string;
  /** The events that begin it, each with where its id is. */
  begins: Readonly<Record<string, readonly string[]>>;
  /** The events that follow, with where the id is; `*` stands for any part of a name. */
  follows: Readonly<Record<string, readonly string[]>>;
}

/** The table of rules. One counts where the docs have an event that begins it. */
const orderRules: readonly OrderRule[] = [
  {
    of: 'response',
    begins: { 'response.created': ['response', 'id'] },
    follows: { 'response.done': ['response', 'id'], 'response.*': ['response_id'] },
  },
  {
    of: 'item',
    begins: {
      'response.output_item.added': ['item', 'id'],
      'conversation.item.added': ['item', 'id'],
      'conversation.item.created': ['item', 'id'],
    },
    follows: {
      'response.output_item.done': ['item', 'id'],
      'response.*': ['item_id'],
      'conversation.item.done': ['item', 'id'],
    },
  },
  {
    of: 'speech',
    begins: { 'input_audio_buffer.speech_started': ['item_id'] },
    follows: { 'input_audio_buffer.speech_stopped': ['item_id'] },
  },
];

/** The event that a session begins with. */
const opening = 'session.created';

/** So many sessions of a log may be open at once, and so many ids of one are kept, and of all. */
const [mostSessions, mostIds, mostOfAll] = [1000, 10_000, 200_000];

export interface Order {
  /** What an event of a server should have followed, as a sentence about it; `undefined` where it is in its place. */
  fault: (session: number, name: string, value: unknown) => string | undefined;
  /** Another log begins: nobody knows in what order logs were written. */
  begin: () => void;
}

/** Holds the events of servers against the rules. */
export function orderOf(model: Model): Order {
  const names = eventsOf(model, 'server').map(({ name }) => name);
  const rules = orderRules
    .map((rule) => ({
      rule,
      leaders: Object.keys(rule.begins).filter((name) => names.includes(name)),
    }))
    .filter(({ leaders }) => leaders.length > 0);
  let sessions = new Map<number, Set<string>>();
  let ids = 0;
  return {
    begin: () => {
      sessions = new Map();
      ids = 0;
    },
    fault: (session, name, value) => {
      if (name === opening && sessions.size < mostSessions) sessions.set(session, new Set());
      const known = sessions.get(session);
      if (!known) return undefined;
      const before = known.size;
      let fault: string | undefined;
      for (const { rule, leaders } of rules) {
        const id = idIn(value, rule.begins[name]);
        if (id !== undefined) {
          known.add(`${rule.of} ${id}`);
          continue;
        }
        const follower = idIn(value, followed(rule, name));
        if (follower === undefined || known.has(`${rule.of} ${follower}`)) continue;
        fault ??= `came before the ${leaders.join(' or ')} of its ${rule.of}`;
      }
      ids += known.size - before;
      // What is no longer known cannot be missed.
      if (known.size > mostIds) {
        sessions.delete(session);
        ids -= known.size;
      }
      if (ids > mostOfAll) {
        sessions = new Map();
        ids = 0;
      }
      return fault;
    },
  };
}

/** Where an event has the id of what it follows. */
function followed({ follows }: OrderRule, name: string): readonly string[] | undefined {
  if (Object.hasOwn(follows, name)) return follows[name];
  const pattern = Object.keys(follows).find(
    (one) => one.endsWith('*') && name.startsWith(one.slice(0, -1)),
  );
  return pattern === undefined ? undefined : follows[pattern];
}

function idIn(value: unknown, path: readonly string[] | undefined): string | undefined {
  const id = path && valueAt(value, path);
  return typeof id === 'string' ? id.slice(0, trafficLimits.name) : undefined;
}
