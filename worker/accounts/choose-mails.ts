import type { Settings, SettingsRepository } from '#db/repositories/settings.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import { MAIL_SWITCHES, type MailChoicesInput, type MailChoicesView, type MailSwitch } from '#worker/accounts/model/mail-switches.ts';
import { type OwnSettings, ownSettings, type SettingsContext } from '#worker/accounts/see-account.ts';
import type { Board } from '#worker/board/model/board.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { newId } from '#worker/kernel/random.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

export interface ChooseMailsContext extends Omit<SettingsContext, 'settings'> {
  readonly board: Board;
  readonly settings: Pick<SettingsRepository, 'of' | 'chooseMails'>;
}

/** Which mails somebody wants: nothing, until they said so. */
export async function seeMailChoices(context: SettingsContext, own: OwnSettings): Promise<MailChoicesView> {
  return viewOf(await ownSettings(context, own));
}

/** Writes down what has changed, with the version of the notice whose words asked. */
export async function chooseMails(
  context: ChooseMailsContext,
  own: OwnSettings & { readonly input: MailChoicesInput },
): Promise<MailChoicesView> {
  const { now, board, settings } = context;
  const { accountId } = own.actor;
  requireUnfrozen(own.actor);
  const before = await ownSettings(context, own);
  const changed = MAIL_SWITCHES.filter((kind) => own.input[kind] !== undefined && own.input[kind] !== isWanted(before, kind));
  if (changed.length === 0) return viewOf(before);
  const privacyVersion = versionInForce(board, utcDay(now)).version;
  const chosen = { accountId, chosenAt: now, surface: 'account', privacyVersion } as const;
  const rows = changed.map((kind) => ({ ...chosen, id: newId(), kind, wanted: own.input[kind] === true }));
  const line = { accountId, at: now, kind: 'mail-choice-made', details: {} } as const;
  if (!(await settings.chooseMails({ accountId, rows, line }))) throw objected();
  return viewOf({ ...before, choices: [...before.choices, ...rows] });
}

function viewOf(settings: Settings): MailChoicesView {
  const { account, choices, suppressed } = settings;
  const last = (kind: MailSwitch) => {
    const chosen = choices.findLast((choice) => choice.kind === kind);
    return { wanted: chosen?.wanted ?? false, chosenAt: chosen === undefined ? null : isoTime(chosen.chosenAt) };
  };
  return {
    choices: {
      newsletter: last('newsletter'),
      'product-mail': last('product-mail'),
      surveys: last('surveys'),
      'employer-mail': last('employer-mail'),
    },
    locked: account.marketingObjectedAt !== null,
    addressFails: suppressed,
  };
}

function isWanted({ choices }: Settings, kind: MailSwitch): boolean {
  return choices.findLast((choice) => choice.kind === kind)?.wanted ?? false;
}

function objected(): DomainError {
  return new DomainError(
    'forbidden',
    'You objected to mails of this kind. Withdraw the objection on the privacy page first, then switch on what you want.',
  );
}
