import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import {
  endInvitationsStatements,
  findInvitation,
  type InvitationAsked,
  type InvitationsAsked,
  type InvitationWithdrawn,
  type Invited,
  inviteByMail,
  type Joined,
  joinEmployer,
  openInvitations,
  withdrawInvitation,
} from '#db/repositories/employer-invitations.ts';
import { worksFor } from '#db/repositories/employer-members.ts';
import { forgetMailboxes } from '#db/repositories/mailbox-removal.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { isNotSuspended } from '#db/repositories/suspensions.ts';
import { accounts } from '#db/schema/account-tables.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { EmployerRole } from '#worker/employers/model/employer-role.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type EmployerPeopleRepository = ReturnType<typeof employerPeopleRepository>;

/** Those who work for one employer, and those who are asked to. */
export function employerPeopleRepository(db: Database) {
  return {
    members: (employerSeq: number) => members(db, employerSeq),
    invitations: (asked: InvitationsAsked) => openInvitations(db, asked),
    invite: (invited: Invited) => inviteByMail(db, invited),
    invitation: (asked: InvitationAsked) => findInvitation(db, asked),
    withdraw: (withdrawn: InvitationWithdrawn) => withdrawInvitation(db, withdrawn),
    join: (joined: Joined) => joinEmployer(db, joined),
    setRole: (changed: MemberChange & { readonly role: EmployerRole }) => setRole(db, changed),
    remove: (removed: MemberChange) => remove(db, removed),
  };
}

function members(db: Database, employerSeq: number) {
  const { accountId, role, since, worksAt } = employerMembers;
  return db
    .select({ accountId, role, since, worksAt, name: accounts.name, email: accounts.email, language: accounts.language })
    .from(employerMembers)
    .innerJoin(accounts, eq(accounts.id, employerMembers.accountId))
    .where(eq(employerMembers.employerSeq, employerSeq))
    .orderBy(asc(employerMembers.since), asc(employerMembers.accountId));
}

export interface MemberChange {
  readonly employerSeq: number;
  /** Whose place changes. */
  readonly accountId: string;
  /** Whoever changes it: an owner, or the person alone where they leave. */
  readonly by: string;
  readonly lines: readonly ActivityLine[];
  readonly mails: readonly PreparedMail[];
}

/** False where nothing may change so: the asker is no owner, the other does not work there, or nobody would own the employer. */
function setRole(db: Database, { role, ...change }: MemberChange & { readonly role: EmployerRole }): Promise<boolean> {
  const staysOwned = role === 'owner' ? sql`true` : otherOwner(change);
  return runOrNothing(db, [
    orNothing(db, sql`${mayChange(change)} and ${isOwner(change)} and ${staysOwned}`),
    db.update(employerMembers).set({ role }).where(theMember(change)),
    ...told(db, change),
  ]);
}

/** What they have asked others is over with their place. False as above. */
function remove(db: Database, change: MemberChange): Promise<boolean> {
  return runOrNothing(db, [
    orNothing(db, sql`${mayChange(change)} and ${otherOwner(change)}`),
    ...endInvitationsStatements(db, sql`employer_seq = ${change.employerSeq} and invited_by = ${change.accountId}`),
    db.delete(employerMembers).where(theMember(change)),
    ...forgetMailboxes(db, change),
    ...told(db, change),
  ]);
}

function told(db: Database, { lines, mails }: MemberChange) {
  return [...lines.flatMap((line) => activityStatements(db, line)), ...queueStatements(db, mails)];
}

function theMember({ employerSeq, accountId }: MemberChange) {
  return and(eq(employerMembers.employerSeq, employerSeq), eq(employerMembers.accountId, accountId));
}

function mayChange(change: MemberChange) {
  const { employerSeq, accountId, by } = change;
  return sql`${worksFor(sql`${employerSeq}`, { accountId })} and (${by === accountId ? sql`true` : isOwner(change)})`;
}

function isOwner({ employerSeq, by }: MemberChange) {
  return worksFor(sql`${employerSeq}`, { accountId: by, role: 'owner' });
}

/** Somebody else owns it, or the person never did. */
function otherOwner({ employerSeq, accountId }: MemberChange) {
  return sql`(exists (select 1 from employer_members where employer_seq = ${employerSeq} and account_id <> ${accountId} and role = 'owner'
      and ${isNotSuspended(sql`employer_members.account_id`)})
    or not ${worksFor(sql`${employerSeq}`, { accountId, role: 'owner' })})`;
}
