import type { Database } from '#db/client.ts';
import { accounts, sessions } from '#db/schema/account-tables.ts';
import type { StoredSession } from '#worker/accounts/model/session.ts';
import { newSessionId } from '#worker/accounts/session-life.ts';
import { type Role, STAFF } from '#worker/kernel/actor.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { newId } from '#worker/kernel/random.ts';
import { SESSION_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

/** The password of every account of the tests, and its hash: making one takes a while. */
export const PASSWORD = 'a long password that the tests know';
export const PASSWORD_HASH = '$scrypt$ln=15,r=8,p=3$lndaQZe9R3UMHnGDIQ3n5Q$hDs3Mmj++WBxb2vGcO7wX9j3q0wq1oLZljdp5Y1oXxE';

type NewAccount = typeof accounts.$inferInsert;
export type TestAccount = Omit<typeof accounts.$inferSelect, 'passwordHash'>;

/** A confirmed account: a seeker with an address of its own and `PASSWORD`, unless said otherwise. */
export async function makeAccount(db: Database, wanted: Partial<NewAccount> = {}): Promise<TestAccount> {
  const id = newId();
  const email = wanted.email ?? `${id}@mail.example`;
  const now = Date.now();
  const [made] = await db
    .insert(accounts)
    .values({
      id,
      email,
      emailKey: email.toLowerCase(),
      passwordHash: PASSWORD_HASH,
      role: 'seeker',
      language: 'en',
      createdAt: now,
      termsVersion: 1,
      privacyVersion: 1,
      acceptedAt: now,
      statedAge: 16,
      activeAt: now,
      ...wanted,
    })
    .returning();
  if (made === undefined) throw new Error('An account was written and is not there.');
  const { passwordHash: _, ...account } = made;
  return account;
}

/** A session of an account, as after a sign-in just now; of staff with a second factor. Answers the header `Cookie`, on https and without. */
export async function signedIn(
  { database: { db } }: { readonly database: { readonly db: Database } },
  { id: accountId, role }: { readonly id: string; readonly role: Role },
  wanted: Partial<Omit<StoredSession, 'id'>> = {},
): Promise<string> {
  const cookie = newSessionId();
  const now = Date.now();
  const { idle, atMost } = SESSION_LASTS[role];
  await db.insert(sessions).values({
    id: await sha256(cookie),
    accountId,
    handle: newId(),
    role,
    createdAt: now,
    seenAt: now,
    expiresAt: after(now, idle),
    endsAt: after(now, atMost),
    provenAt: now,
    proof: STAFF.includes(role) ? 'password-and-factor' : 'password',
    browser: 'Firefox on Linux',
    country: 'unknown',
    ...wanted,
  });
  return `session=${cookie}; __Host-session=${cookie}`;
}

interface OwnRequest {
  /** As `signedIn` answers it; empty for a visitor. */
  readonly cookie: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A POST as a page of the board at `origin` sends it. */
export function ownPost(origin: string, { cookie, body, headers = {} }: OwnRequest): RequestInit {
  // A connection of its own: the Worker closes one whose body nobody read, as of a request that is refused.
  const own = { Connection: 'close', Origin: origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };
  return { method: 'POST', body: JSON.stringify(body), headers: { ...own, ...(cookie === '' ? {} : { Cookie: cookie }), ...headers } };
}
