import type { NoticesRepository } from '#db/repositories/notices.ts';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { openNotice } from '#worker/moderation/see-notice.ts';

export interface ConfirmNotifierContext {
  readonly notices: Pick<NoticesRepository, 'byId' | 'confirmNotifier'>;
  readonly noticeSeal: Seal;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
}

/** Writes down whose report it is, once somebody has opened the link of its receipt: before that anybody may have given that address. */
export async function confirmNotifier({ notices, noticeSeal, hashRecipient }: ConfirmNotifierContext, id: string): Promise<void> {
  const notice = await notices.byId(id);
  if (notice === null || notice.notifier !== null) return;
  const { email } = await openNotice(noticeSeal, notice);
  const address = readEmailAddress(email ?? '');
  if (address !== null) await notices.confirmNotifier({ id, notifier: await hashRecipient(address.key) });
}
