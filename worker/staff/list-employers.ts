import type { StaffEmployersRepository } from '#db/repositories/staff-employers.ts';
import type { EmployersView } from '#worker/staff/model/employers-view.ts';

export interface ListEmployersContext {
  readonly now: number;
  readonly staffEmployers: StaffEmployersRepository;
}

const MOST = 50;

/** Employers by some letters of their names, those that are suspended first; without words, those that are suspended or made here. */
export async function listEmployers({ now, staffEmployers }: ListEmployersContext, words: string): Promise<EmployersView> {
  const found = await staffEmployers.find({ words, limit: MOST + 1, now });
  return {
    employers: found.slice(0, MOST).map(({ id, slug, name, status, source, verifiedDomain, openJobs, members, mergedInto, hasPage }) => ({
      ...{ id, slug, name, status, source, verifiedDomain, openJobs, members, mergedInto, hasPage: hasPage === 1 },
    })),
    more: found.length > MOST,
  };
}
