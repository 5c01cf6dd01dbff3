import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { worksFor } from '#db/repositories/employer-members.ts';
import { issueLinkStatements, type LinkUse, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { forgetMailboxes } from '#db/repositories/mailbox-removal.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { isNotSuspended } from '#db/repositories/suspensions.ts';
import { accounts } from '#db/schema/account-tables.ts';
import { employerInvitations, employerMembers } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { EmployerRole } from '#worker/employers/model/employer-role.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

/** How many may be asked at once, and work for one employer. */
const MOST_INVITED = 20;
const MOST_MEMBERS = 200;

export type Invitation = typeof employerInvitations.$inferSelect;
export type EmployerPeopleRepository = ReturnType<typeof employerPeopleRepository>;

/** Those who work for one employer, and those who are asked to. */
export function employerPeopleRepository(db: Database) {
  return {
    members: (employerSeq: number) => members(db, employerSeq),
    invitations: (employerSeq: number, now: number) => invitations(db, employerSeq, now),
    invite: (invited: Invited) => invite(db, invited),
    invitation: (id: string, now: number) => invitation(db, id, now),
    withdraw: (withdrawn: Withdrawn) => withdraw(db, withdrawn),
    join: (joined: Joined) => join(db, joined),
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

function invitations(db: Database, employerSeq: number, now: number) {
  const { id, email, role, expiresAt } = employerInvitations;
  return db
    .select({ id, email, role, expiresAt })
    .from(employerInvitations)
    .where(and(eq(employerInvitations.employerSeq, employerSeq), gt(expiresAt, now)))
    .orderBy(asc(employerInvitations.createdAt));
}

export interface Invited {
  readonly invitation: Invitation;
  readonly link: NewLink;
  readonly mail: PreparedMail;
  readonly line: ActivityLine;
}

/** Asks somebody by mail; an older invitation of the same address is over. False where the asker is no owner, or enough are asked. */
async function invite(db: Database, { invitation, link, mail, line }: Invited): Promise<boolean> {
  const { employerSeq, emailKey, invitedBy, createdAt } = invitation;
  const mayAsk = worksFor(sql`${employerSeq}`, { accountId: invitedBy, role: 'owner' });
  const open = sql`(select count(*) from employer_invitations where employer_seq = ${employerSeq} and expires_at > ${createdAt} and email_key <> ${emailKey})`;
  return runOrNothing(db, [
    orNothing(db, sql`${mayAsk} and ${open} < ${MOST_INVITED}`),
    db.run(sql`delete from link_tokens where kind = 'join-employer' and subject_id in
      (select id from employer_invitations where employer_seq = ${employerSeq} and email_key = ${emailKey})`),
    db.delete(employerInvitations).where(sql`employer_seq = ${employerSeq} and email_key = ${emailKey}`),
    db.insert(employerInvitations).values(invitation),
    ...issueLinkStatements(db, link),
    ...queueStatements(db, [mail]),
    ...activityStatements(db, line),
  ]);
}

/** With the employer that it is for; null once it is over, or whoever asked owns the employer no more. */
async function invitation(db: Database, id: string, now: number) {
  const [found] = await db
    .select({
      invitation: employerInvitations,
      employer: { id: employers.id, name: employers.name, verifiedDomain: employers.verifiedDomain },
    })
    .from(employerInvitations)
    .innerJoin(employers, eq(employers.seq, employerInvitations.employerSeq))
    .where(and(eq(employerInvitations.id, id), gt(employerInvitations.expiresAt, now), sql`${employers.mergedInto} is null`));
  return found ?? null;
}

export interface Withdrawn {
  readonly id: string;
  readonly employerSeq: number;
  /** Whoever withdraws. */
  readonly by: string;
}

async function withdraw(db: Database, { id, employerSeq, by }: Withdrawn): Promise<boolean> {
  const mine = sql`id = ${id} and employer_seq = ${employerSeq}`;
  return runOrNothing(db, [
    orNothing(
      db,
      sql`${worksFor(sql`${employerSeq}`, { accountId: by, role: 'owner' })} and exists (select 1 from employer_invitations where ${mine})`,
    ),
    db.run(sql`delete from link_tokens where kind = 'join-employer' and subject_id = ${id}`),
    db.delete(employerInvitations).where(mine),
  ]);
}

export interface Joined {
  readonly use: LinkUse;
  readonly invitationId: string;
  readonly accountId: string;
  readonly line: ActivityLine;
}

/** Uses the invitation up. Whoever works there already keeps the higher role. False where it was withdrawn meanwhile. */
async function join(db: Database, { use, invitationId, accountId, line }: Joined): Promise<boolean> {
  const holds = sql`exists (select 1 from employer_invitations as i where i.id = ${invitationId} and i.expires_at > ${line.at}
    and (select count(*) from employer_members as m where m.employer_seq = i.employer_seq) < ${MOST_MEMBERS}
    and exists (select 1 from employer_members as o where o.employer_seq = i.employer_seq and o.account_id = i.invited_by and o.role = 'owner'
      and ${isNotSuspended(sql`o.account_id`)}))`;
  return runOrNothing(db, [
    ...useLinkStatements(db, use),
    orNothing(db, holds),
    db.run(sql`insert into employer_members (employer_seq, account_id, role, since)
      select employer_seq, ${accountId}, role, ${line.at} from employer_invitations where id = ${invitationId}
      on conflict (employer_seq, account_id) do update set role = iif(role = 'owner', role, excluded.role)`),
    db.delete(employerInvitations).where(eq(employerInvitations.id, invitationId)),
    ...activityStatements(db, line),
  ]);
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
async function setRole(db: Database, { role, ...change }: MemberChange & { readonly role: EmployerRole }): Promise<boolean> {
  const staysOwned = role === 'owner' ? sql`true` : otherOwner(change);
  return runOrNothing(db, [
    orNothing(db, sql`${mayChange(change)} and ${isOwner(change)} and ${staysOwned}`),
    db.update(employerMembers).set({ role }).where(theMember(change)),
    ...told(db, change),
  ]);
}

async function remove(db: Database, change: MemberChange): Promise<boolean> {
  return runOrNothing(db, [
    orNothing(db, sql`${mayChange(change)} and ${otherOwner(change)}`),
    db.run(sql`delete from link_tokens where kind = 'join-employer' and subject_id in
      (select id from employer_invitations where employer_seq = ${change.employerSeq} and invited_by = ${change.accountId})`),
    db.delete(employerInvitations).where(sql`employer_seq = ${change.employerSeq} and invited_by = ${change.accountId}`),
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
