import type { EmployerMembersRepository } from '#db/repositories/employer-members.ts';
import type { PicturesRepository } from '#db/repositories/pictures.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import { pictureKey } from '#worker/pictures/model/picture-path.ts';
import { takePicture } from '#worker/pictures/take-picture.ts';

export interface KeepLogoContext {
  readonly now: number;
  readonly files: Pick<FileStore, 'put'>;
  readonly pictures: Pick<PicturesRepository, 'keepLogo'>;
  readonly employerMembers: Pick<EmployerMembersRepository, 'find'>;
}

export interface LogoGiven {
  readonly actor: Member;
  /** Of the employer. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Takes a picture in, made anew, for an employer of one's own. It is shown once its page names it. */
export async function keepLogo(
  { now, files, pictures, employerMembers }: KeepLogoContext,
  { actor, id, bytes: given }: LogoGiven,
): Promise<{ readonly picture: string }> {
  requireUnfrozen(actor);
  const { bytes, ...picture } = takePicture(given);
  const employer = await employerMembers.find(actor.accountId, id);
  if (employer === null) throw new DomainError('not_found', 'employers.none-of-yours');
  const pictureId = newId();
  const row = { ...picture, id: pictureId, bytes: bytes.length, createdAt: now };
  const kept = await pictures.keepLogo({ picture: row, employerSeq: employer.seq, accountId: actor.accountId });
  if (!kept) throw new DomainError('forbidden', 'employers.logo-refused');
  // After its row: what has a row is found and taken away again, whatever happens here.
  await files.put(pictureKey(pictureId), bytes);
  return { picture: pictureId };
}
