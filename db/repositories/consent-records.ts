import { desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { consentChain, consentNotices, consentRecords } from '#db/schema/tables.ts';
import type { ConsentLink, ConsentRecord } from '#worker/consent/model/consent-record.ts';

export interface StoredConsent extends ConsentRecord {
  readonly replacedAt: number | null;
}

/** A record with what was shown. */
export interface ShownConsent extends StoredConsent {
  readonly version: number;
  readonly language: string;
  /** The notice as JSON. */
  readonly text: string;
}

/** What an act meets when it arrives. */
export interface ConsentStanding {
  readonly head: ConsentLink;
  /** The record of the same act, when it came before. */
  readonly repeat: StoredConsent | null;
  /** The last record of the same browser. */
  readonly latest: StoredConsent | null;
  /** The notice that the act names, as JSON; null where it was never published, or today for the first time. */
  readonly notice: string | null;
}

export interface ConsentAsked {
  /** SHA-256 of the act's key. */
  readonly actKey: string;
  readonly subject: string | null;
  readonly notice: string;
}

/** A record that is ready to be appended behind `head`. */
export interface ConsentAppended {
  readonly head: ConsentLink;
  readonly record: StoredConsent;
  readonly mac: string;
  readonly actKey: string;
  readonly replaces: {
    /** A record of the same browser that answers no others is replaced … */
    readonly services: readonly string[];
    /** … unless it was given later. */
    readonly givenUntil: number;
  };
  readonly shown: typeof consentNotices.$inferInsert;
}

export type ConsentRecordsRepository = ReturnType<typeof consentRecordsRepository>;

/** What people chose about cookies: a chain that is only ever appended to. */
export function consentRecordsRepository(db: Database) {
  return {
    standing: (asked: ConsentAsked) => standing(db, asked),
    append: (appended: ConsentAppended) => append(db, appended),
    ofSubject: (subject: string) => ofSubject(db, subject),
  };
}

/** When a record stopped counting, or will: retention counts from there. */
export const endedAt: SQL<number> = sql`min(coalesce(${consentRecords.replacedAt}, ${consentRecords.validUntil}), ${consentRecords.validUntil})`;

/** All but the act's key. */
export const storedColumns = (({ actKey: _, ...columns }) => columns)(getTableColumns(consentRecords));

/** One round trip. */
async function standing(db: Database, { actKey, subject, notice }: ConsentAsked): Promise<ConsentStanding> {
  const records = () => db.select(storedColumns).from(consentRecords);
  const [heads, repeats, latest, notices] = await db.batch([
    db.select().from(consentChain).orderBy(desc(consentChain.seq)).limit(1),
    records().where(eq(consentRecords.actKey, actKey)),
    records()
      .where(eq(consentRecords.subject, subject ?? ''))
      .orderBy(desc(consentRecords.seq))
      .limit(1),
    db.select({ text: consentNotices.text }).from(consentNotices).where(eq(consentNotices.hash, notice)),
  ]);
  return {
    head: heads[0] ?? { seq: 0, mac: '' },
    repeat: repeats[0] ?? null,
    latest: latest[0] ?? null,
    notice: notices[0]?.text ?? null,
  };
}

/**
 * One round trip, all or nothing. False when another act was appended meanwhile, or this very one: then nothing happened, and who asked
 * looks again.
 */
async function append(db: Database, { head, record, mac, actKey, replaces, shown }: ConsentAppended): Promise<boolean> {
  const linked = sql`exists (select 1 from consent_chain where seq = ${record.seq} and mac = ${mac})`;
  const [, links] = await db.batch([
    db.insert(consentNotices).values(shown).onConflictDoNothing(),
    db.all<{ seq: number }>(sql`
      insert into consent_chain (seq, mac) select ${record.seq}, ${mac}
      where ${head.seq} = (select coalesce(max(seq), 0) from consent_chain)
        and ${head.mac} = coalesce((select mac from consent_chain order by seq desc limit 1), '')
      returning seq`),
    db.run(sql`
      insert into consent_records (seq, id, subject, previous_id, act, surface, method, granted, refused, notice, build, country, gpc,
        given_at, received_at, valid_until, replaced_at, act_key)
      select ${record.seq}, ${record.id}, ${record.subject}, ${record.previousId}, ${record.act}, ${record.surface}, ${record.method},
        ${JSON.stringify(record.granted)}, ${JSON.stringify(record.refused)}, ${record.notice}, ${record.build}, ${record.country},
        ${record.gpc ? 1 : 0}, ${record.givenAt}, ${record.receivedAt}, ${record.validUntil}, ${record.replacedAt}, ${actKey}
      where ${linked}`),
    db.run(sql`
      update consent_records set replaced_at = ${record.receivedAt}
      where subject = ${record.subject} and seq < ${record.seq} and replaced_at is null and given_at <= ${replaces.givenUntil} and ${linked}
        and ${answersAll(sql`granted`, replaces.services)} and ${answersAll(sql`refused`, replaces.services)}`),
  ]);
  return links.length > 0;
}

/** Whether a column of `counters:1` names only these services. */
function answersAll(column: SQL, services: readonly string[]): SQL {
  const known = sql`(select value from json_each(${JSON.stringify(services)}))`;
  const service = sql`substr(said.value, 1, instr(said.value, ':') - 1)`;
  return sql`not exists (select 1 from json_each(consent_records.${column}) as said where ${service} not in ${known})`;
}

/** More than one browser ever chooses; a page of them stays small. */
const MOST = 1000;

/** The newest first, each with what was shown. */
function ofSubject(db: Database, subject: string): Promise<readonly ShownConsent[]> {
  const { version, language, text } = consentNotices;
  return db
    .select({ ...storedColumns, version, language, text })
    .from(consentRecords)
    .innerJoin(consentNotices, eq(consentRecords.notice, consentNotices.hash))
    .where(eq(consentRecords.subject, subject))
    .orderBy(desc(consentRecords.seq))
    .limit(MOST);
}
