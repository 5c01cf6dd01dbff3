import { board } from '#worker/board/model/this-board.ts';
import { launch, type Opened } from '#worker/local/launch.ts';
import { readSettings } from '#worker/local/settings.ts';

const closers: (() => Promise<void> | void)[] = [];
const opened: Opened = {
  keep: (close) => void closers.push(close),
  closeAll: async () => {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close();
  },
};

let isLeaving = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));

try {
  const settings = readSettings(process.env);
  const address = await launch(settings, { opened, reloading: process.argv.includes('--reload') });
  console.log(
    `${board.name} is at ${address}${settings.publicUrl === null ? ', a demonstration that only this machine reaches' : ''}. Ctrl-C stops it.`,
  );
} catch (error) {
  if (!isLeaving) console.error(error instanceof Error ? error.message : error);
  await leave(1);
}

/** A signal may come in the middle of the start: what is open then is closed, and what the start opens later fails and ends here, too. */
async function leave(code: number): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  await opened.closeAll().catch((error: unknown) => console.error('Not everything closed cleanly:', error));
  process.exit(code);
}
