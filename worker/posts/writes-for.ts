import type { EmployerMembersRepository } from '#db/repositories/employer-members.ts';
import { invalidField } from '#worker/kernel/errors.ts';
import type { Author } from '#worker/posts/model/author.ts';

export interface WritesForContext {
  readonly employerMembers: Pick<EmployerMembersRepository, 'find'>;
}

/** The row id of the employer that somebody begins an ad for, by its public id: one that they work for, and that is not suspended. */
export async function writesFor(
  { employerMembers }: WritesForContext,
  { author, employerId }: { readonly author: Author; readonly employerId: string },
): Promise<number> {
  const employer = author.is === 'member' ? await employerMembers.find(author.accountId, employerId) : null;
  if (employer === null) throw invalidField('employer', 'posts.choose-employer');
  if (employer.status === 'suspended') throw invalidField('employer', 'posts.employer-suspended');
  return employer.seq;
}
