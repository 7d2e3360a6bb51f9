/** What makes pages of long nested lists take the time of their length, and not of its square. */
import { EditMap } from 'micromark-util-edit-map';

/**
 * Replaces how micromark applies its edits of a list of events. It does so at the end of each nested list, where it
 * copies all events of the page up to there; here only those behind the first edit are moved, which are few. The events
 * come out the same.
 *
 * This is a patch: micromark has no hook there. It is made once, for the whole process.
 */
export function patchEditMap(): void {
  EditMap.prototype.consume = function (events) {
    const changes = this.map.toSorted(([a], [b]) => a - b);
    const first = changes[0]?.[0] ?? events.length;
    const behind = events.splice(first);
    let at = first;
    const keepUpTo = (end: number): void => {
      for (; at < end; at++) {
        const event = behind[at - first];
        if (event) events.push(event);
      }
    };
    for (const [index, removed, added] of changes) {
      keepUpTo(index);
      for (const event of added) events.push(event);
      at = index + removed;
    }
    keepUpTo(first + behind.length);
    this.map.length = 0;
    this.index.clear();
  };
}
