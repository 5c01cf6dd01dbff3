import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { accounts, linkTokens } from '#db/schema/account-tables.ts';
import { employerMembers, posts } from '#db/schema/posting-tables.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';

/** Whom to write to about a post. */
export interface Addressees {
  readonly title: string;
  readonly language: string;
  /** Sealed about the post's id; null for members, and until it was given. */
  readonly guestAddress: string | null;
  readonly accounts: readonly { readonly id: string; readonly email: string; readonly language: string }[];
}

export type PostAddresseesRepository = ReturnType<typeof postAddresseesRepository>;

/** Who is told what becomes of a post. Not asked whose it is: for the board's own work. */
export function postAddresseesRepository(db: Database) {
  return { of: (postId: string) => of(db, postId) };
}

/** As the newest submission calls it; before the first as the draft does. */
const title = sql<string>`coalesce(
  (select json_extract(content, '$.title') from post_revisions where post_id = posts.id order by number desc limit 1),
  nullif(json_extract(posts.draft, '$.title'), ''), '')`;

async function of(db: Database, postId: string): Promise<Addressees | null> {
  const { language, guestAddress, guestConfirmedAt, accountId, employerSeq } = posts;
  const [post] = await db
    .select({ title, language, guestAddress, guestConfirmedAt, accountId, employerSeq })
    .from(posts)
    .where(eq(posts.id, postId));
  if (post === undefined) return null;
  const { guestConfirmedAt: confirmed, accountId: beganBy, employerSeq: seq, ...said } = post;
  const told = seq === null ? await oneAccount(db, beganBy) : await membersOf(db, { seq, beganBy });
  return { ...said, guestAddress: confirmed === null ? null : post.guestAddress, accounts: told };
}

const { id, email, language: accountLanguage } = accounts;
const ACCOUNT = { id, email, language: accountLanguage };

async function oneAccount(db: Database, accountId: string | null): Promise<Addressees['accounts']> {
  return accountId === null ? [] : db.select(ACCOUNT).from(accounts).where(eq(accounts.id, accountId));
}

/** Whoever began it, as long as they work there; else its owners. */
async function membersOf(
  db: Database,
  { seq, beganBy }: { readonly seq: number; readonly beganBy: string | null },
): Promise<Addressees['accounts']> {
  const members = await db
    .select({ ...ACCOUNT, role: employerMembers.role })
    .from(employerMembers)
    .innerJoin(accounts, eq(accounts.id, employerMembers.accountId))
    .where(and(eq(employerMembers.employerSeq, seq), sql`(${employerMembers.role} = 'owner' or ${accounts.id} = ${beganBy})`));
  const writer = members.filter((member) => member.id === beganBy);
  const told = writer.length > 0 ? writer : members;
  return told.map((member) => ({ id: member.id, email: member.email, language: member.language }));
}

/** One more link to the same, in the batch of its mail: those before it go on to open, so that no mail takes the page away under its reader. */
export function anotherLinkStatement(db: Database, link: NewLink): BatchItem<'sqlite'> {
  return db.insert(linkTokens).values(link);
}
