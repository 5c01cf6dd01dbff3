import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { NewsSwitch } from '#worker/mail/model/unsubscribe-token.ts';

export interface NewsReader {
  readonly id: string;
  readonly email: string;
  readonly language: string;
}

/** Where to go on, and how many at a time. */
export interface ReaderPage {
  readonly after: string;
  readonly limit: number;
}

/**
 * Who wants a kind of mail now: whose newest choice about it is a yes, who has not frozen the account, and does not object to direct
 * marketing. In the order of their ids.
 */
export function newsReaders(db: Database, kind: NewsSwitch, { after, limit }: ReaderPage): Promise<readonly NewsReader[]> {
  return db.all<NewsReader>(sql`
    select id, email, language from accounts
    where id > ${after} and restricted_at is null and marketing_objected_at is null
      and 1 = (select wanted from mail_choices where account_id = accounts.id and kind = ${kind} order by chosen_at desc, mail_choices.rowid desc limit 1)
    order by id limit ${limit}`);
}
