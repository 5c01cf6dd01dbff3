import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { worksFor } from '#db/repositories/employer-members.ts';
import { issueLinkStatements, type LinkUse, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { isNotSuspended } from '#db/repositories/suspensions.ts';
import { employerInvitations } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type Invitation = typeof employerInvitations.$inferSelect;

/** How many may be asked at once. */
const MOST_INVITED = 20;
/** How many may work for one employer. */
const MOST_MEMBERS = 200;

export interface InvitationsAsked {
  readonly employerSeq: number;
  readonly now: number;
}

export interface InvitationAsked {
  readonly id: string;
  readonly now: number;
}

/** Those that are open, the oldest first. */
export function openInvitations(db: Database, { employerSeq, now }: InvitationsAsked) {
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
export function inviteByMail(db: Database, { invitation, link, mail, line }: Invited): Promise<boolean> {
  const { employerSeq, emailKey, invitedBy, createdAt } = invitation;
  const mayAsk = worksFor(sql`${employerSeq}`, { accountId: invitedBy, role: 'owner' });
  const open = sql`(select count(*) from employer_invitations where employer_seq = ${employerSeq} and expires_at > ${createdAt} and email_key <> ${emailKey})`;
  return runOrNothing(db, [
    orNothing(db, sql`${mayAsk} and ${open} < ${MOST_INVITED}`),
    ...endInvitationsStatements(db, sql`employer_seq = ${employerSeq} and email_key = ${emailKey}`),
    db.insert(employerInvitations).values(invitation),
    ...issueLinkStatements(db, link),
    ...queueStatements(db, [mail]),
    ...activityStatements(db, line),
  ]);
}

/** With the employer that it is for; null once it is over, or whoever asked owns the employer no more. */
export async function findInvitation(db: Database, { id, now }: InvitationAsked) {
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

export interface InvitationWithdrawn {
  readonly id: string;
  readonly employerSeq: number;
  /** Whoever withdraws. */
  readonly by: string;
}

/** False where the asker is no owner, or it is open no more. */
export function withdrawInvitation(db: Database, { id, employerSeq, by }: InvitationWithdrawn): Promise<boolean> {
  const mine = sql`id = ${id} and employer_seq = ${employerSeq}`;
  return runOrNothing(db, [
    orNothing(
      db,
      sql`${worksFor(sql`${employerSeq}`, { accountId: by, role: 'owner' })} and exists (select 1 from employer_invitations where ${mine})`,
    ),
    ...endInvitationsStatements(db, mine),
  ]);
}

export interface Joined {
  readonly use: LinkUse;
  readonly invitationId: string;
  readonly accountId: string;
  readonly line: ActivityLine;
}

/** Uses the invitation up. Whoever works there already keeps the higher role. False where it was withdrawn meanwhile. */
export function joinEmployer(db: Database, { use, invitationId, accountId, line }: Joined): Promise<boolean> {
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

/** Ends invitations, and with them the links that were mailed. */
export function endInvitationsStatements(db: Database, where: SQL): readonly Statement[] {
  return [
    db.run(
      sql`delete from link_tokens where kind = 'join-employer' and subject_id in (select id from employer_invitations where ${where})`,
    ),
    db.delete(employerInvitations).where(where),
  ];
}
