/** The names of the folders that stand beside one while it is replaced, and after a run that was cut off. */

export interface Beside {
  /** The name of the folder that is replaced. */
  of: string;
  /** The process that replaces it. */
  owner: number;
  /** Whether it is what the folder was; otherwise it is what the folder becomes. */
  isOld: boolean;
}

export function nameBeside({ of, owner, isOld }: Beside): string {
  return `.${of}.realtime-events-${owner}${isOld ? '-old' : ''}`;
}

/** What a name says; `undefined` for a name that is none of these. */
export function besideOf(name: string): Beside | undefined {
  const [, of, owner, old] = /^\.(.+)\.realtime-events-(\d+)(-old)?$/.exec(name) ?? [];
  return of === undefined ? undefined : { of, owner: Number(owner), isOld: old !== undefined };
}
