import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';

/** The mailboxes behind a post that somebody has confirmed. */
export interface PostMailboxes {
  /** Sealed about the post's id; null for members. */
  readonly guestAddress: string | null;
  /** Of whoever may write it: the one who began it first, then the owners of its employer. */
  readonly members: readonly string[];
  /** The registrable domain that its employer has proven. */
  readonly domain: string | null;
}

export type PostMailboxesRepository = ReturnType<typeof postMailboxesRepository>;

/** Where messages about a post may go. Not asked whose it is: for the board's own work. */
export function postMailboxesRepository(db: Database) {
  return { of: (postId: string) => of(db, postId) };
}

interface Row {
  readonly guestAddress: string | null;
  readonly domain: string | null;
  readonly email: string | null;
}

/** Null for an ad that nobody wrote here. */
async function of(db: Database, postId: string): Promise<PostMailboxes | null> {
  const rows = await db.all<Row>(sql`
    select iif(p.guest_confirmed_at is null, null, p.guest_address) as "guestAddress", e.verified_domain as domain, a.email
    from posts as p left join employers as e on e.seq = p.employer_seq
      left join employer_members as m on m.employer_seq = p.employer_seq
      left join accounts as a on a.id = iif(p.employer_seq is null, p.account_id, m.account_id)
    where p.id = ${postId} order by a.id is not p.account_id, m.role is not 'owner', m.account_id`);
  const [first] = rows;
  if (first === undefined) return null;
  const { guestAddress, domain } = first;
  return { guestAddress, domain, members: rows.flatMap(({ email }) => email ?? []) };
}
