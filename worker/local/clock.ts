const MINUTE = 60_000;

/** Does the scheduled work now and on every full minute, never twice at once. What fails is said and tried again the next minute. */
export function startClock(tick: (now: number) => Promise<void>): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let running = run();

  async function run(): Promise<void> {
    await tick(Date.now()).catch((error: unknown) => console.error('The scheduled work failed:', error));
    if (isStopped) return;
    timer = setTimeout(
      () => {
        running = run();
      },
      MINUTE - (Date.now() % MINUTE),
    );
  }

  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
