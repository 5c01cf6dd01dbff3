import { linkTokens } from '#db/schema/account-tables.ts';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import type { TestBoard } from '#tests/support/start-board.ts';
import { type ActorKind, ROLES, type Role, STAFF } from '#worker/kernel/actor.ts';
import { base64url, sha256 } from '#worker/kernel/hash.ts';
import { randomBytes } from '#worker/kernel/random.ts';

type Board = Pick<TestBoard, 'database'>;

/** Everybody who may come to a board. */
export interface ActorAtHand {
  readonly name: string;
  readonly kind: ActorKind;
  /** Somebody new of this kind. */
  readonly come: (board: Board) => Promise<Newcomer>;
}

export interface Newcomer {
  /** As the header `Cookie`. */
  readonly cookie: string;
  readonly accountId: string | null;
}

interface Standing {
  readonly restrictedAt?: number;
  readonly suspendedAt?: number;
}

/** Whoever works for the board is nobody special while the account is frozen or suspended. */
const member = (role: Role, name: string = role, standing: Standing = {}): ActorAtHand => ({
  name,
  kind: Object.keys(standing).length > 0 && STAFF.includes(role) ? 'seeker' : role,
  come: async (board) => {
    const account = await makeAccount(board.database.db, { role, ...standing });
    return { cookie: await signedIn(board, account), accountId: account.id };
  },
});

export const ACTORS: readonly ActorAtHand[] = [
  { name: 'visitor', kind: 'visitor', come: async () => ({ cookie: '', accountId: null }) },
  { name: 'guest', kind: 'guest', come: openedLink },
  ...ROLES.map((role) => member(role)),
  member('seeker', 'restricted seeker', { restrictedAt: Date.now() }),
  member('moderator', 'suspended moderator', { suspendedAt: Date.now() }),
  member('administrator', 'restricted administrator', { restrictedAt: Date.now() }),
];

/** Somebody who has opened a link from a mail, and is not signed in. */
async function openedLink({ database: { db } }: Board): Promise<Newcomer> {
  const { id: accountId } = await makeAccount(db);
  const token = base64url(randomBytes(32).buffer);
  const now = Date.now();
  await db
    .insert(linkTokens)
    .values({ id: await sha256(token), kind: 'reset-password', accountId, createdAt: now, expiresAt: now + 60_000 });
  return { cookie: `link=${token}; __Host-link=${token}`, accountId: null };
}
