import { transactionBusy } from '#db/local/failures.ts';
import { limits } from '#db/local/limits.ts';

/** One writer at a time, in the order they came. SQLite itself would let them jostle. */
export interface WriterLock {
  acquire(): Promise<void>;
  release(): void;
}

export function createWriterLock(): WriterLock {
  const waiting: (() => void)[] = [];
  let held = false;

  async function acquire(): Promise<void> {
    if (!held) {
      held = true;
      return;
    }
    if (waiting.length >= limits.waitingWriters) throw transactionBusy();
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function release(): void {
    const next = waiting.shift();
    if (next) next();
    else held = false;
  }

  return { acquire, release };
}
