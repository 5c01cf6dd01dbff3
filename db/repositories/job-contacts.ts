import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import type { ContactKind } from '#worker/jobs/model/contacts.ts';

export interface JobContact {
  readonly kind: ContactKind;
  /** As it stood in the ad, disguised or not. */
  readonly value: string;
}

/** Where a message to an ad goes. */
export interface MessageGoal {
  readonly title: string;
  readonly employer: string;
  readonly slug: string;
  /** As they stood in the ad, in the order in which they are to be tried. */
  readonly mails: readonly string[];
}

export type JobContactsRepository = ReturnType<typeof jobContactsRepository>;

/** The contacts of ads that are public at that moment: the only reader of what is kept apart from everything public. */
export function jobContactsRepository(db: Database) {
  return {
    kindsOf: (asked: ContactsAsked) => kindsOf(db, asked),
    shown: (asked: ContactsAsked) => shown(db, asked),
    goalOf: (asked: ContactsAsked) => goalOf(db, asked),
  };
}

export interface ContactsAsked {
  readonly jobId: string;
  readonly now: number;
}

export interface ContactKinds {
  /** Of what the act of showing shows. */
  readonly shown: readonly ContactKind[];
  /** Whether there is a mailbox that a message can go to. */
  readonly hasMail: boolean;
}

/** An address that a post of ours names for messages alone is shown to nobody. What an import found was public where it comes from. */
const IS_SHOWN = sql`(j.source_name is not null or not c.for_applying)`;

function contactsOf({ jobId, now }: ContactsAsked): SQL {
  return sql`${fromPublicJobs(now)} as j join job_contacts as c on c.job_seq = j.seq where j.id = ${jobId}`;
}

async function kindsOf(db: Database, asked: ContactsAsked): Promise<ContactKinds> {
  const rows = await db.all<{ kind: ContactKind; isShown: number }>(
    sql`select distinct c.kind, ${IS_SHOWN} as "isShown" from ${contactsOf(asked)} order by c.kind`,
  );
  return {
    shown: rows.flatMap(({ kind, isShown }) => (isShown === 1 ? [kind] : [])),
    hasMail: rows.some(({ kind }) => kind === 'mail'),
  };
}

function shown(db: Database, asked: ContactsAsked): Promise<readonly JobContact[]> {
  return db.all<JobContact>(sql`
    select c.kind, c.value from ${contactsOf(asked)} and ${IS_SHOWN} order by c.for_applying desc, c.position`);
}

/** Null for an ad that is not public, or names no mail. */
async function goalOf(db: Database, asked: ContactsAsked): Promise<MessageGoal | null> {
  const rows = await db.all<{ title: string; employer: string; slug: string; value: string }>(sql`
    select j.title, j.employer_name as employer, j.slug, c.value from ${contactsOf(asked)} and c.kind = 'mail'
    order by c.for_applying desc, c.position`);
  const [first] = rows;
  return first === undefined
    ? null
    : { title: first.title, employer: first.employer, slug: first.slug, mails: rows.map(({ value }) => value) };
}
