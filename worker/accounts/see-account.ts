import type { Settings, SettingsRepository } from '#db/repositories/settings.ts';
import type { AccountView } from '#worker/accounts/model/account-view.ts';
import { hasFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import { lawsFor } from '#worker/accounts/model/region-laws.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { LINK_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

export interface SettingsContext {
  readonly now: number;
  readonly settings: Pick<SettingsRepository, 'of'>;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
}

export interface OwnSettings {
  readonly actor: Member;
  /** The address of whoever is signed in. */
  readonly email: string;
}

/** How one's account stands, field by field. */
export async function seeAccount(context: SettingsContext & { readonly board: Board }, own: OwnSettings): Promise<AccountView> {
  const { account, suppressed, newAddress } = await ownSettings(context, own);
  return {
    email: account.email,
    name: account.name,
    role: account.role,
    language: account.language,
    region: account.region,
    laws: lawsFor(account.region, context.board),
    createdAt: isoTime(account.createdAt),
    accepted: {
      at: isoTime(account.acceptedAt),
      terms: account.termsVersion,
      privacy: account.privacyVersion,
      statedAge: account.statedAge,
    },
    restricted: account.restrictedAt !== null,
    marketingObjected: account.marketingObjectedAt !== null,
    gpc: account.gpc,
    addressFails: suppressed,
    proven: hasFreshProof(own.actor, context.now),
    newAddress:
      newAddress === null ? null : { email: newAddress.email, until: isoTime(after(newAddress.askedAt, LINK_LASTS['confirm-address'])) },
  };
}

/** Everything that somebody has set. Throws where the account was deleted meanwhile. */
export async function ownSettings({ now, settings, hashRecipient }: SettingsContext, { actor, email }: OwnSettings): Promise<Settings> {
  const recipient = await hashRecipient(email.toLowerCase());
  const askedSince = now - (after(now, LINK_LASTS['confirm-address']) - now);
  const found = await settings.of({ accountId: actor.accountId, recipient, askedSince });
  if (found === null) throw new DomainError('unauthenticated', 'This account is no longer there. Sign in to another one.');
  return found;
}
