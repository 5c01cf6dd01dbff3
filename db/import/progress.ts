import { SingleBar } from 'cli-progress';

/** Says how far an import is. A bar on a terminal, else a line now and then. */
export interface Progress {
  /** Begins a phase; `total` in its own unit, null where it is not known. */
  start(phase: string, total: number | null): void;
  update(done: number, rows: number): void;
  stop(): void;
}

const LINE_EVERY_MS = 5_000;

export function showProgress(output: NodeJS.WriteStream): Progress {
  return output.isTTY ? barProgress(output) : lineProgress((line) => output.write(`${line}\n`));
}

function barProgress(output: NodeJS.WriteStream): Progress {
  let bar: SingleBar | null = null;
  let begun = 0;
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  return {
    start(phase, total) {
      stop();
      begun = performance.now();
      bar = new SingleBar({
        stream: output,
        format: `${phase.padEnd(9)} {bar} {percentage} % · {rows} rows · {rate}/s`,
        hideCursor: true,
        clearOnComplete: false,
      });
      bar.start(total ?? 1, 0, { rows: 0, rate: 0 });
    },
    update: (done, rows) => bar?.update(done, { rows, rate: rate(rows, begun) }),
    stop,
  };
}

function lineProgress(write: (line: string) => void): Progress {
  let current = { phase: '', begun: 0, said: 0 };
  return {
    start(phase) {
      const now = performance.now();
      current = { phase, begun: now, said: now };
    },
    update(_done, rows) {
      const now = performance.now();
      if (now - current.said < LINE_EVERY_MS) return;
      current.said = now;
      write(`${current.phase}: ${rows} rows, ${rate(rows, current.begun)} a second`);
    },
    stop() {},
  };
}

function rate(rows: number, begun: number): number {
  return Math.round((rows * 1000) / Math.max(performance.now() - begun, 1));
}
