/** Where a page of the queue ends, as an address carries it: `2-1763800000000-abc…`. */
export const QUEUE_PLACE = /^([0-9])-([0-9]{1,15})-([a-z2-7]{20})$/;

interface Place {
  readonly priority: number;
  readonly openedAt: number;
  readonly id: string;
}

export function placeText({ priority, openedAt, id }: Place): string {
  return `${priority}-${openedAt}-${id}`;
}

/** Null for what no page of ours says. */
export function readPlace(text: string): Place | null {
  const [, priority, openedAt, id] = QUEUE_PLACE.exec(text) ?? [];
  return priority === undefined || openedAt === undefined || id === undefined
    ? null
    : { priority: Number(priority), openedAt: Number(openedAt), id };
}
