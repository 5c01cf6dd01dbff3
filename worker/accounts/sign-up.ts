import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { SignUpRow, SignUpsRepository } from '#db/repositories/sign-ups.ts';
import { type CheckNewPasswordContext, checkNewPassword } from '#worker/accounts/check-new-password.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';
import { readAddress } from '#worker/accounts/model/door-input.ts';
import type { EmailAddress } from '#worker/accounts/model/email-address.ts';
import { LEAST_ALONE } from '#worker/accounts/model/password-rules.ts';
import { shownVersions } from '#worker/accounts/model/shown-versions.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import type { Board } from '#worker/board/model/board.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface SignUpContext extends CheckNewPasswordContext {
  readonly now: number;
  readonly board: Board;
  readonly accounts: Pick<AccountsRepository, 'byEmailKey'>;
  readonly signUps: Pick<SignUpsRepository, 'keep'>;
  readonly hashPassword: (password: string) => string;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

/** What somebody gave; that they are old enough and accept the terms is part of it. */
export interface SignUpWish {
  readonly email: string;
  readonly password: string;
  readonly role: 'seeker' | 'employer';
  readonly language: string;
}

/** The owner of a known address is told once in that time: no stranger uses up the mails that the owner needs. */
const DAY = 86_400_000;

/**
 * Takes a sign-up in, and mails its address. Nobody learns whether that address has an account: the same work is done, and its owner is told
 * by mail. Until it is confirmed a sign-up is no account.
 */
export async function signUp(context: SignUpContext, { wish, visit }: { readonly wish: SignUpWish; readonly visit: Visit }): Promise<void> {
  const { now, board, accounts, signUps, hashPassword, prepareMail } = context;
  const address = readAddress(wish.email);
  checkNewPassword(context, { field: 'password', password: wish.password, least: LEAST_ALONE, email: address.key, name: null });
  const row = rowOf({ now, board }, { wish, address, passwordHash: hashPassword(wish.password) });
  const known = await accounts.byEmailKey(address.key);
  const { token, link } = await issueLink(now, { kind: 'confirm-sign-up', signUpId: row.id });
  const { browser, country, network } = visit;
  const mail = await prepareMail(
    known === null
      ? {
          kind: 'confirm-sign-up',
          key: `confirm-sign-up/${row.id}`,
          to: address.shown,
          accountId: null,
          language: wish.language,
          network,
          facts: { token, until: link.expiresAt },
        }
      : {
          kind: 'known-sign-up',
          key: `known-sign-up/${known.id}/${Math.floor(now / DAY)}`,
          to: known.email,
          accountId: known.id,
          language: known.language,
          network,
          facts: { at: now, browser, country },
        },
  );
  await signUps.keep({ row, link, mail });
}

interface Given {
  readonly wish: SignUpWish;
  readonly address: EmailAddress;
  readonly passwordHash: string;
}

function rowOf({ now, board }: Pick<SignUpContext, 'now' | 'board'>, { wish, address, passwordHash }: Given): SignUpRow {
  const { shown: email, key: emailKey } = address;
  const { role, language } = wish;
  return {
    id: newId(),
    email,
    emailKey,
    passwordHash,
    role,
    language,
    ...shownVersions(board, now),
    statedAge: board.minimumAge,
    createdAt: now,
    remindedAt: null,
  };
}
