import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type Kept, type KeptRows, type Removal, surveyOf } from '#db/repositories/kept-rows.ts';
import { keptTables, ofNobodyRestricted, together } from '#db/repositories/kept-tables.ts';
import { TO_NOBODY } from '#db/repositories/queue-mail.ts';
import { noteDeleted } from '#db/repositories/retention-runs.ts';

/** A key that keeps no word of what it is about, so that it can be told by it after its words are overwritten. */
const IS_RECEIPT = sql`key like 'deletion-receipt/%'`;

/** What a mail says, and to whom. The receipt of a deletion outlives its account by this long, and then goes altogether. */
export function mailContents(db: Database): KeptRows {
  const words: Kept = { from: sql`mails`, since: sql`created_at`, where: sql`sealed is not null` };
  const forget = (due: SQL) => ({
    overwritten: sql`update mails set sealed = hex(zeroblob(length(sealed) / 2)) where ${due}`,
    emptied: sql`update mails set sealed = null, state = iif(state in ('waiting', 'held'), 'expired', state) where ${due}`,
  });
  return together([keptTables(db, { table: 'mails', since: sql`created_at`, where: IS_RECEIPT }), forgotten(db, words, forget)]);
}

/** That mails were written, and which reports of the mail provider were taken in. */
export function mailKeys(db: Database): KeptRows {
  return keptTables(
    db,
    { table: 'mails', since: sql`created_at`, where: sql`(account_id is null or ${ofNobodyRestricted('account_id')})` },
    { table: 'mailReports', since: sql`received_at` },
  );
}

export function mailSuppressions(db: Database): KeptRows {
  return keptTables(db, { table: 'mailSuppressions', since: sql`at` });
}

/** What was asked for addresses that nobody here has, and from which networks passwords were guessed, contacts were asked for, mails and messages were caused, and the keys of days gone: they end for everybody. */
export function networkHashes(db: Database): KeptRows {
  const counted = keptTables(
    db,
    { table: 'attempts', since: sql`last_at` },
    { table: 'revealBudgets', since: sql`last_at` },
    { table: 'networkKeys', since: sql`(unixepoch(day) * 1000)` },
    { table: 'mails', since: sql`created_at`, where: sql`masked = ${TO_NOBODY}` },
  );
  return together([counted, ...CAUSED.map((table) => forgottenNetwork(db, table))]);
}

/** What keeps for a while which network it came from. */
const CAUSED = [sql`mails`, sql`relay_messages`];

function forgottenNetwork(db: Database, table: SQL): KeptRows {
  const caused: Kept = { from: table, since: sql`created_at`, where: sql`network is not null` };
  const forget = (due: SQL) => ({
    overwritten: sql`update ${table} set network = hex(zeroblob(length(network) / 2)) where ${due}`,
    emptied: sql`update ${table} set network = null where ${due}`,
  });
  return forgotten(db, caused, forget);
}

/** First overwritten with as many bytes that say nothing, for servers that leave in their file what they delete. */
interface Forgetting {
  readonly overwritten: SQL;
  readonly emptied: SQL;
}

/** A field that is forgotten, while its row stays. */
function forgotten(db: Database, kept: Kept, forget: (due: SQL) => Forgetting): KeptRows {
  return {
    survey: (ended) => surveyOf(db, kept, ended),
    async remove({ cutoff, limit, run }: Removal): Promise<number> {
      const rows = sql`select rowid from ${kept.from} where ${kept.where} and ${kept.since} <= ${cutoff} order by rowid limit ${limit}`;
      const { overwritten, emptied } = forget(sql`rowid in (${rows})`);
      const [, done] = await db.batch([db.run(overwritten), db.run(emptied), db.run(noteDeleted(run))]);
      return done.rowsAffected;
    },
  };
}
