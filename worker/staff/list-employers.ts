import type { ListedEmployer, StaffEmployersRepository } from '#db/repositories/staff-employers.ts';
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
    employers: found.slice(0, MOST).map(presented),
    more: found.length > MOST,
  };
}

function presented({ hasPage, isUnattended, ...row }: ListedEmployer): EmployersView['employers'][number] {
  const { id, slug, name, status, source, verifiedDomain, openJobs, members, mergedInto } = row;
  const standing = { status, isUnattended: isUnattended === 1, mergedInto, verifiedDomain };
  return { id, slug, name, source, openJobs, members, hasPage: hasPage === 1, ...standing };
}
