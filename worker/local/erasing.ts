import { type DatabaseAddress, openDatabase } from '#db/client.ts';
import { type AccountsRepository, accountsRepository } from '#db/repositories/accounts.ts';
import { erasuresRepository } from '#db/repositories/erasures.ts';
import { fileStore } from '#worker/files/file-store.ts';
import { filesDirIn, openLocalFiles } from '#worker/local/local-files.ts';
import { mailKeys } from '#worker/mail/mail-keys.ts';
import type { MailOrder } from '#worker/mail/model/mail-facts.ts';
import { prepareMail } from '#worker/mail/prepare-mail.ts';
import { archiveSubjects } from '#worker/privacy/archive-subject.ts';
import type { ReplayErasuresContext } from '#worker/privacy/replay-erasures.ts';

export interface ErasingPlace {
  readonly database: DatabaseAddress;
  readonly dataDir: string;
  readonly secret: string;
  readonly now: number;
}

/** What erasing needs, and how somebody is found who asks by mail. */
export interface ErasingContext extends ReplayErasuresContext {
  readonly accounts: AccountsRepository;
}

/** Does the work of erasing beside a board's Worker, with the database and the files of this machine. */
export async function withErasing<Result>(
  { database, dataDir, secret, now }: ErasingPlace,
  work: (context: ErasingContext) => Promise<Result>,
): Promise<Result> {
  const db = openDatabase(database);
  const keys = mailKeys(secret);
  const local = await openLocalFiles(filesDirIn(dataDir));
  try {
    return await work({
      now,
      accounts: accountsRepository(db),
      erasures: erasuresRepository(db),
      files: fileStore(local.bucket, secret),
      hashRecipient: keys.hashRecipient,
      archiveSubject: archiveSubjects(secret),
      prepareMail: (order: MailOrder) => prepareMail({ now, ...keys }, order),
    });
  } finally {
    await local.close();
  }
}
