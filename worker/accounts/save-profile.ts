import type { SettingsRepository } from '#db/repositories/settings.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import { readName } from '#worker/accounts/model/person-name.ts';
import type { ProfileInput } from '#worker/accounts/model/profile-input.ts';
import { isRegion } from '#worker/accounts/model/regions.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, type FieldError } from '#worker/kernel/errors.ts';

export interface SaveProfileContext {
  readonly now: number;
  readonly board: Pick<Board, 'languages'>;
  readonly settings: Pick<SettingsRepository, 'saveProfile'>;
}

export interface ProfileTyped {
  readonly actor: Member;
  readonly input: ProfileInput;
}

/** Keeps what somebody says of themselves; every field but the language may stay empty. */
export async function saveProfile({ now, board, settings }: SaveProfileContext, { actor, input }: ProfileTyped): Promise<void> {
  requireUnfrozen(actor);
  const read = readName(input.name);
  const problems = [
    ...(read.is === 'wrong' ? [{ field: 'name', message: read.message }] : []),
    ...(board.languages.includes(input.language) ? [] : [{ field: 'language', message: 'Choose one of the languages of this board.' }]),
    ...(input.region === '' || isRegion(input.region) ? [] : [{ field: 'region', message: 'Choose a place from the list, or none.' }]),
  ];
  if (read.is === 'wrong' || problems.length > 0) throw refused(problems);
  const { accountId } = actor;
  const profile = { name: read.name, language: input.language, region: input.region === '' ? null : input.region };
  await settings.saveProfile({ accountId, profile, line: { accountId, at: now, kind: 'profile-changed', details: {} } });
}

function refused(problems: readonly FieldError[]): DomainError {
  return new DomainError('invalid', problems.map(({ field, message }) => `${field}: ${message}`).join(' '), problems);
}
