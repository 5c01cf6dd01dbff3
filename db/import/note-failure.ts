import type { Database } from '#db/client.ts';
import { describeFailure } from '#db/import/describe-failure.ts';
import { ImportError } from '#db/import/raw-job.ts';
import { factsRepository } from '#db/repositories/facts.ts';
import type { ImportUnfinished } from '#worker/staff/model/board-view.ts';

interface Begun {
  /** The source as it was named, else the file. */
  readonly name: string;
  readonly now: number;
}

/** Notes that an import begins: the note goes when it ends well, says why when it fails, and stays as it is where the program was killed. */
export async function noteUnfinished(
  db: Database,
  { name, now }: Begun,
): Promise<{ ended(): Promise<void>; failed(error: unknown): Promise<void> }> {
  const facts = factsRepository(db);
  const key = `unfinished-import/${name}`;
  const write = (why: string | null) => facts.write(key, JSON.stringify({ name, at: now, why } satisfies ImportUnfinished));
  await write(null);
  return { ended: () => facts.remove(key), failed: (error) => write(wordsOf(error)) };
}

/** One line, for a page; the terminal has the rest. */
function wordsOf(error: unknown): string {
  const words = error instanceof ImportError ? error.message : describeFailure(error);
  return words.split('\n', 1)[0]?.slice(0, LONGEST) ?? '';
}

const LONGEST = 300;
