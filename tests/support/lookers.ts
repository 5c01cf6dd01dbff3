import type { Database } from '#db/client.ts';
import { addressChanges, challenges, linkTokens, passkeys, recoveryCodes, signUps, totpFactors } from '#db/schema/account-tables.ts';
import { makeAccount, PASSWORD_HASH, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { decidedAd, reportedAd } from '#tests/support/decided-ads.ts';
import { anInvitation, aProof, ownedEmployer } from '#tests/support/owned-employer.ts';
import { guestsAd, postedAds, unconfirmedAd } from '#tests/support/posted-ads.ts';
import { writtenDraft } from '#tests/support/written-draft.ts';
import { writtenMessage } from '#tests/support/written-message.ts';
import type { LinkKind, Role } from '#worker/kernel/actor.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { newId } from '#worker/kernel/random.ts';
import { CHALLENGE_LASTS, LINK_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

/** Who looks at a page: a visitor, somebody signed in, somebody whose link from a mail was opened, somebody in the second step, or whoever has begun a draft signed out, the owner of an employer with posts, or of one with people and proofs. */
export type Looker = 'visitor' | Role | LinkKind | 'with-factors' | 'half-way' | 'writer' | 'poster' | 'owner';

const ROLES: readonly Role[] = ['seeker', 'employer', 'moderator', 'administrator'];
const LINKS: readonly LinkKind[] = [
  'confirm-sign-up',
  'reset-password',
  'confirm-address',
  'undo-address',
  'lost-factor',
  'confirm-relay',
  'confirm-post',
  'manage-post',
  'notice',
  'decision',
  'join-employer',
  'prove-domain',
];

/** Makes somebody of every kind, and answers what their browsers send as `Cookie`. */
export async function lookers(board: { readonly database: { readonly db: Database } }): Promise<(looker: Looker) => string> {
  const { db } = board.database;
  const made = new Map<Looker, string>([['visitor', '']]);
  for (const role of ROLES) made.set(role, await signedIn(board, await makeAccount(db, { role, name: `Test ${role}` })));
  for (const kind of LINKS) made.set(kind, await openedLink(db, kind));
  const secured = await withFactors(db);
  made.set('with-factors', await signedIn(board, secured));
  made.set('half-way', await halfWay(db, secured.id));
  made.set('writer', await writtenDraft(db));
  made.set('poster', await signedIn(board, await postedAds(db)));
  made.set('owner', await signedIn(board, await ownedEmployer(db)));
  return (looker) => made.get(looker) ?? '';
}

/** The same for a browser, which takes them one by one; the names of an https board are not for a board on localhost. */
export function sentCookies(cookie: string, url: string): { name: string; value: string; url: string }[] {
  return cookie
    .split('; ')
    .filter((one) => one !== '' && !one.startsWith('__Host-'))
    .map((one) => ({ name: one.split('=')[0] ?? '', value: one.split('=')[1] ?? '', url }));
}

/** A seeker with an app, a passkey and recovery codes, none of which anything can be signed in with. */
async function withFactors(db: Database): Promise<TestAccount> {
  const account = await makeAccount(db, { name: 'Test of factors' });
  const own = { accountId: account.id, createdAt: Date.now() };
  await db.insert(totpFactors).values({ ...own, secret: 'sealed' });
  await db.insert(recoveryCodes).values(Array.from({ length: 7 }, () => ({ ...own, id: newId() })));
  await db.insert(passkeys).values({ ...own, id: newId(), name: 'Laptop', publicKey: Buffer.of(1), counter: 0, transports: ['internal'] });
  return account;
}

/** Somebody whose password was right, and who is asked for more. */
async function halfWay(db: Database, accountId: string): Promise<string> {
  const value = `${newId()}${newId()}abc`;
  const now = Date.now();
  const begun = { createdAt: now, expiresAt: after(now, CHALLENGE_LASTS) };
  await db.insert(challenges).values({ id: await sha256(value), kind: 'second-factor', accountId, challenge: '', ...begun });
  return `sign-in=${value}; __Host-sign-in=${value}`;
}

/** What links of some kinds are about. */
const SUBJECTS: Readonly<Partial<Record<LinkKind, (db: Database) => Promise<string>>>> = {
  'confirm-relay': writtenMessage,
  'confirm-post': unconfirmedAd,
  'manage-post': guestsAd,
  notice: reportedAd,
  decision: decidedAd,
  'join-employer': anInvitation,
  'prove-domain': aProof,
};

async function openedLink(db: Database, kind: LinkKind): Promise<string> {
  const token = `${newId()}${newId()}abc`;
  const now = Date.now();
  const { id: accountId } = await makeAccount(db, {});
  const isSignUp = kind === 'confirm-sign-up';
  const signUpId = isSignUp ? await makeSignUp(db, now) : null;
  const changeId = kind.endsWith('-address') ? await makeChange(db, { accountId, now, confirmed: kind === 'undo-address' }) : null;
  const subjectId = (await SUBJECTS[kind]?.(db)) ?? null;
  const about = { accountId: isSignUp || subjectId !== null ? null : accountId, signUpId, changeId, subjectId };
  await db.insert(linkTokens).values({ id: await sha256(token), kind, ...about, createdAt: now, expiresAt: after(now, LINK_LASTS[kind]) });
  return `link=${token}; __Host-link=${token}`;
}

async function makeSignUp(db: Database, now: number): Promise<string> {
  const id = newId();
  const email = `${id}@mail.example`;
  const shown = { termsVersion: 1, privacyVersion: 1, statedAge: 16, createdAt: now };
  await db.insert(signUps).values({ id, email, emailKey: email, passwordHash: PASSWORD_HASH, role: 'seeker', language: 'en', ...shown });
  return id;
}

interface Change {
  readonly accountId: string;
  readonly now: number;
  readonly confirmed: boolean;
}

async function makeChange(db: Database, { accountId, now, confirmed }: Change): Promise<string> {
  const id = newId();
  const [oldEmail, newEmail] = [`old-${id}@mail.example`, `new-${id}@mail.example`];
  await db
    .insert(addressChanges)
    .values({ id, accountId, oldEmail, newEmail, newEmailKey: newEmail, askedAt: now, confirmedAt: confirmed ? now : null });
  return id;
}
