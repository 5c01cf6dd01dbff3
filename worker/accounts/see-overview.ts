import type { OverviewRepository } from '#db/repositories/overview.ts';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import type { AccountOverview } from '#worker/accounts/model/overview.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface SeeOverviewContext {
  readonly overview: OverviewRepository;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
}

export interface Looking {
  readonly member: Member;
  readonly email: string;
  /** Whether this request carried `Sec-GPC: 1`. */
  readonly gpc: boolean;
}

/** What somebody's first page says. The browser's signal is kept on the account: it speaks for the person, not for one browser. */
export async function seeOverview(
  { overview, hashRecipient }: SeeOverviewContext,
  { member, email, gpc }: Looking,
): Promise<AccountOverview> {
  const { accountId, restricted } = member;
  if (!restricted) await overview.keepSignal(accountId, gpc);
  const recipient = await hashRecipient(readEmailAddress(email)?.key ?? email);
  const found = await overview.find({ accountId, recipient });
  if (found === null) throw new DomainError('unauthenticated', 'This account is no longer there. Sign in to another one.');
  const { account, hasFactor, mailFails } = found;
  return {
    email: account.email,
    name: account.name,
    role: account.role,
    createdAt: iso(account.createdAt),
    restrictedAt: isoOrNull(account.restrictedAt),
    secondFactor: hasFactor,
    mailFails,
    accepted: {
      at: iso(account.acceptedAt),
      terms: account.termsVersion,
      privacy: account.privacyVersion,
      statedAge: account.statedAge,
    },
    gpc: account.gpc,
    marketingObjectedAt: isoOrNull(account.marketingObjectedAt),
  };
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}

function isoOrNull(moment: number | null): string | null {
  return moment === null ? null : iso(moment);
}
