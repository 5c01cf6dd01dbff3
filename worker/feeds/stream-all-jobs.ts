import type { PublicJobsRepository } from '#db/repositories/public-jobs.ts';
import type { Board } from '#worker/board/model/board.ts';
import { indeedFrame, indeedJob } from '#worker/feeds/model/indeed-xml.ts';

const ADS_A_CHUNK = 200;

export interface StreamAllJobsContext {
  readonly now: number;
  readonly board: Pick<Board, 'name'>;
  readonly publicUrl: string;
  readonly jobs: Pick<PublicJobsRepository, 'page'>;
}

/** Every open job as an Indeed-style feed, in chunks: never more than one chunk is held. Who offers work of their own offers no job. */
export async function* streamAllJobs({ now, board, publicUrl, jobs }: StreamAllJobsContext): AsyncGenerator<string> {
  const [begin, end] = indeedFrame({ name: board.name, url: publicUrl, now });
  let ads = await jobs.page(null, { now, limit: ADS_A_CHUNK });
  yield begin;
  for (let last = ads.at(-1); last !== undefined; last = ads.at(-1)) {
    yield ads
      .filter(({ kind }) => kind === 'job')
      .map((ad) => indeedJob(ad, publicUrl))
      .join('');
    ads = await jobs.page({ updatedAt: last.updatedAt, id: last.id }, { now, limit: ADS_A_CHUNK });
  }
  yield end;
}
