/** Remembers that a server is down, so that not every request waits for it. */
export interface Breaker {
  /** Whether to ask at this time. After a pause one request may try; the others wait for what it learns. */
  mayAsk(now: number): boolean;
  succeeded(): void;
  failed(now: number): void;
}

const FAILURES_TO_OPEN = 2;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

export function createBreaker(): Breaker {
  let failures = 0;
  let closedAgainAt = 0;
  return {
    mayAsk(now) {
      if (failures < FAILURES_TO_OPEN) return true;
      if (now < closedAgainAt) return false;
      closedAgainAt = now + pauseAfter(failures);
      return true;
    },
    succeeded() {
      failures = 0;
    },
    failed(now) {
      failures += 1;
      closedAgainAt = now + pauseAfter(failures);
    },
  };
}

/** Twice as long after each failure. */
function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - FAILURES_TO_OPEN));
}
