import { desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { issueLinkStatements } from '#db/repositories/link-tokens.ts';
import { employersOf } from '#db/repositories/post-authors.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { accounts } from '#db/schema/account-tables.ts';
import { statements } from '#db/schema/moderation-tables.ts';
import { employerMembers, posts } from '#db/schema/posting-tables.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';
import type { Restricted } from '#worker/moderation/model/statement.ts';

export type StoredStatement = typeof statements.$inferSelect;

/** Whom a decision is about, and whom its reasons are mailed to. */
export interface StatementParties {
  readonly members: readonly { readonly accountId: string; readonly email: string; readonly language: string }[];
  /** A guest: the address is sealed about the post's id. */
  readonly guest: { readonly postId: string; readonly sealedAddress: string; readonly hash: string; readonly language: string } | null;
  /** Whose post it is, where it is an employer's. */
  readonly employerSeq: number | null;
}

export interface StatementWritten {
  readonly row: StoredStatement;
  /** For a guest: the link to the reasons. */
  readonly links: readonly NewLink[];
  readonly mails: readonly PreparedMail[];
}

export type StatementsRepository = ReturnType<typeof statementsRepository>;

/** Decisions that restrict, with their reasons. */
export function statementsRepository(db: Database) {
  return {
    partiesOf: (about: Restricted): Promise<StatementParties> => {
      if ('jobId' in about) return partiesOfPost(db, about.jobId);
      return 'employerSeq' in about ? partiesOfEmployer(db, about.employerSeq) : partiesOfAccount(db, about.accountId);
    },
    /** For the batch of the decision. */
    writeStatements: (written: StatementWritten): readonly Statement[] => writeStatements(db, written),
    async byId(id: string): Promise<StoredStatement | null> {
      const [found] = await db.select().from(statements).where(eq(statements.id, id));
      return found ?? null;
    },
    /** Of one ad, the newest first. */
    ofJob: (jobId: string): Promise<readonly StoredStatement[]> =>
      db.select().from(statements).where(eq(statements.jobId, jobId)).orderBy(desc(statements.appliedAt), desc(statements.id)),
    /** What somebody may read: about posts of their own, and of the employers that they work for. */
    ofAccount: (accountId: string): Promise<readonly StoredStatement[]> =>
      db.select().from(statements).where(isFor(accountId)).orderBy(desc(statements.appliedAt), desc(statements.id)).limit(MOST),
    newest: (limit: number): Promise<readonly StoredStatement[]> =>
      db.select().from(statements).orderBy(desc(statements.appliedAt), desc(statements.id)).limit(limit),
    /** Of what others have published here, the oldest first: an imported ad has no revision. */
    between: ({ from, until }: { readonly from: number; readonly until: number }): Promise<readonly StoredStatement[]> =>
      db
        .select()
        .from(statements)
        .where(sql`${statements.appliedAt} >= ${from} and ${statements.appliedAt} < ${until} and ${IS_OF_OTHERS}`)
        .orderBy(statements.appliedAt, statements.id),
    /** What the people are called whom statements are about, by the ids of these: who holds the account, and who offered the ad as their own. */
    namesIn: (ids: readonly string[]) => namesIn(db, ids),
    async oldestAt(): Promise<number | null> {
      const [oldest] = await db.select({ at: statements.appliedAt }).from(statements).orderBy(statements.appliedAt).limit(1);
      return oldest?.at ?? null;
    },
    async ownOf(accountId: string, id: string): Promise<StoredStatement | null> {
      const [found] = await db
        .select()
        .from(statements)
        .where(sql`${eq(statements.id, id)} and ${isFor(accountId)}`);
      return found ?? null;
    },
  };
}

function namesIn(db: Database, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const asked = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  return db.all(sql`
    select s.id, a.name from statements as s join accounts as a on a.id = s.account_id where s.id in ${asked} and a.name is not null
    union select s.id, a.name from statements as s join posts as p on p.id = s.job_id join accounts as a on a.id = p.account_id
      where s.id in ${asked} and a.name is not null
    union select s.id, r.content ->> '$.offeredBy.name' from statements as s join post_revisions as r on r.id = s.revision_id
      where s.id in ${asked} and r.content ->> '$.offeredBy.name' is not null`);
}

const MOST = 200;
const IS_OF_OTHERS = sql`(${statements.jobId} is null or ${statements.revisionId} is not null)`;

/** Of an employer’s posts: whoever works there now, whoever wrote them. */
function isFor(accountId: string): SQL | undefined {
  return or(
    sql`(${eq(statements.accountId, accountId)} and ${statements.employerSeq} is null)`,
    sql`${statements.employerSeq} in ${employersOf(accountId)}`,
  );
}

function writeStatements(db: Database, { row, links, mails }: StatementWritten): readonly Statement[] {
  return [db.insert(statements).values(row), ...links.flatMap((link) => issueLinkStatements(db, link)), ...queueStatements(db, mails)];
}

const STILL_WORKS_THERE = sql`exists (select 1 from ${employerMembers}
  where ${employerMembers.employerSeq} = ${posts.employerSeq} and ${employerMembers.accountId} = ${posts.accountId})`;
const nobody: StatementParties = { members: [], guest: null, employerSeq: null };

/** Whoever wrote it; the owners of its employer where that account is gone or works there no more. Nobody for an imported ad. */
async function partiesOfPost(db: Database, postId: string): Promise<StatementParties> {
  const { guestAddress, guestHash, language, employerSeq } = posts;
  const writer = { accountId: accounts.id, email: accounts.email, accountLanguage: accounts.language };
  const found = await db
    .select({ guestAddress, guestHash, language, employerSeq, ...writer })
    .from(posts)
    .leftJoin(accounts, sql`${accounts.id} = ${posts.accountId} and (${posts.employerSeq} is null or ${STILL_WORKS_THERE})`)
    .where(eq(posts.id, postId));
  const [post] = found;
  if (post === undefined) return nobody;
  if (post.accountId !== null && post.email !== null && post.accountLanguage !== null) {
    return {
      members: [{ accountId: post.accountId, email: post.email, language: post.accountLanguage }],
      guest: null,
      employerSeq: post.employerSeq,
    };
  }
  if (post.guestAddress !== null && post.guestHash !== null) {
    const guest = { postId, sealedAddress: post.guestAddress, hash: post.guestHash, language: post.language };
    return { members: [], guest, employerSeq: null };
  }
  return post.employerSeq === null ? nobody : partiesOfEmployer(db, post.employerSeq);
}

async function partiesOfEmployer(db: Database, employerSeq: number): Promise<StatementParties> {
  const members = await db
    .select({ accountId: accounts.id, email: accounts.email, language: accounts.language })
    .from(employerMembers)
    .innerJoin(accounts, eq(accounts.id, employerMembers.accountId))
    .where(sql`${employerMembers.employerSeq} = ${employerSeq} and ${employerMembers.role} = 'owner'`);
  return { members, guest: null, employerSeq };
}

async function partiesOfAccount(db: Database, accountId: string): Promise<StatementParties> {
  const members = await db
    .select({ accountId: accounts.id, email: accounts.email, language: accounts.language })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return { members, guest: null, employerSeq: null };
}
