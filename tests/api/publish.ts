import type { NewJob } from '#db/repositories/job-writes.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import type { ApiBoard } from '#tests/api/api-board.ts';
import { addEmployer, aJob } from '#tests/support/jobs.ts';

/** Publishes ads of a new employer an hour ago, and waits until they can be found. Answers the employer's row id. */
export async function publish(board: ApiBoard, name: string, ads: readonly Partial<NewJob>[]): Promise<number> {
  const { db } = board.database;
  const at = board.now - 3_600_000;
  const employer = await addEmployer(db, name);
  const times = { postedAt: at, publishedAt: at, createdAt: at, updatedAt: at };
  await jobWrites(db).publish(ads.map((said) => aJob(employer, { ...times, ...said })));
  await board.sync();
  return employer;
}
