import { asc, eq, gt, min, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { storedColumns } from '#db/repositories/consent-records.ts';
import { consentChain, consentNotices, consentRecords } from '#db/schema/tables.ts';
import { type ConsentLink, type ConsentRecord, type Seal, sealRecord } from '#worker/consent/model/consent-record.ts';
import { sha256 } from '#worker/kernel/hash.ts';

/** The first thing that is wrong. */
export type ChainFault =
  | { readonly is: 'link-missing'; readonly seq: number }
  | { readonly is: 'record-changed'; readonly seq: number; readonly id: string }
  | { readonly is: 'record-taken-out'; readonly seq: number }
  | { readonly is: 'order-changed'; readonly seq: number; readonly belongs: number }
  | { readonly is: 'record-without-link'; readonly seq: number }
  | { readonly is: 'notice-changed'; readonly hash: string };

export interface ChainReport {
  readonly links: number;
  /** Links whose record is still there; retention deleted the others. */
  readonly records: number;
  readonly head: ConsentLink;
  readonly fault: ChainFault | null;
}

interface Place extends ConsentLink {
  readonly record: ConsentRecord | null;
}

export interface Verifying {
  readonly seal: Seal;
  /** Retention can have deleted no record that was received after this moment. */
  readonly keptSince: number;
  readonly pageSize?: number;
}

interface Walked extends ChainReport {
  /** When the last record that is still there was received, or the first act came: none behind it came earlier. */
  readonly received: number;
}

/** Walks the whole chain from its beginning, a page at a time, and stops at the first fault. */
export async function verifyConsentChain(db: Database, verifying: Verifying): Promise<ChainReport> {
  const { received: _, ...report } = await walkAll(db, verifying);
  return report;
}

async function walkAll(db: Database, { seal, keptSince, pageSize = 500 }: Verifying): Promise<Walked> {
  let report: Walked = { links: 0, records: 0, head: { seq: 0, mac: '' }, received: await beganAt(db), fault: null };
  for (;;) {
    const page = await placesAfter(db, report.head.seq, pageSize);
    if (page.length === 0) return { ...report, fault: (await strayRecord(db)) ?? (await changedNotice(db)) };
    report = await walk(page, { report, seal, keptSince });
    if (report.fault !== null) return report;
  }
}

/** When the first act came, which brought the first notice with it; 0 before. */
async function beganAt(db: Database): Promise<number> {
  const [first] = await db.select({ at: min(consentNotices.publishedAt) }).from(consentNotices);
  return first?.at ?? 0;
}

/** A link with a mark of its own: `12:3fa9…`. Whoever wrote it down can tell later that nothing before it was taken away. */
export async function isOnChain(db: Database, { seq, mac }: ConsentLink): Promise<boolean> {
  const [link] = await db.select().from(consentChain).where(eq(consentChain.seq, seq));
  return link?.mac === mac;
}

async function placesAfter(db: Database, seq: number, limit: number): Promise<readonly Place[]> {
  return db
    .select({ seq: consentChain.seq, mac: consentChain.mac, record: storedColumns })
    .from(consentChain)
    .leftJoin(consentRecords, eq(consentRecords.seq, consentChain.seq))
    .where(gt(consentChain.seq, seq))
    .orderBy(asc(consentChain.seq))
    .limit(limit);
}

async function walk(
  page: readonly Place[],
  { report, seal, keptSince }: { report: Walked; seal: Seal; keptSince: number },
): Promise<Walked> {
  let { links, records, head, received } = report;
  for (const place of page) {
    const fault = await faultAt(place, { head, page, seal, isKept: received >= keptSince });
    if (fault !== null) return { links, records, head, received, fault };
    links += 1;
    records += place.record === null ? 0 : 1;
    head = { seq: place.seq, mac: place.mac };
    received = place.record?.receivedAt ?? received;
  }
  return { links, records, head, received, fault: null };
}

interface Around {
  readonly head: ConsentLink;
  readonly page: readonly Place[];
  readonly seal: Seal;
}

async function faultAt(place: Place, { head, page, seal, isKept }: Around & { readonly isKept: boolean }): Promise<ChainFault | null> {
  if (place.seq !== head.seq + 1) return { is: 'link-missing', seq: head.seq + 1 };
  if (place.record === null) return isKept ? { is: 'record-taken-out', seq: place.seq } : null;
  if ((await sealRecord(seal, place.record, head.mac)) === place.mac) return null;
  const belongs = await placeOf(place.record, { head, page, seal });
  if (belongs !== null) return { is: 'order-changed', seq: place.seq, belongs };
  return { is: 'record-changed', seq: place.seq, id: place.record.id };
}

/** Where else on the page a record or its link fits: then nothing was changed but moved. */
async function placeOf(record: ConsentRecord, { head, page, seal }: Around): Promise<number | null> {
  const later = page.filter(({ seq }) => seq > head.seq);
  const ownMac = await sealRecord(seal, record, head.mac);
  for (const [index, { seq, mac }] of later.entries()) {
    const previousMac = later[index - 1]?.mac ?? head.mac;
    if (mac === ownMac || mac === (await sealRecord(seal, { ...record, seq }, previousMac))) return seq;
  }
  return null;
}

async function strayRecord(db: Database): Promise<ChainFault | null> {
  const [stray] = await db
    .select({ seq: consentRecords.seq })
    .from(consentRecords)
    .where(sql`${consentRecords.seq} not in (select seq from consent_chain)`)
    .limit(1);
  return stray === undefined ? null : { is: 'record-without-link', seq: stray.seq };
}

/** A record holds the hash of what was shown; the text must still be the one of that hash. */
async function changedNotice(db: Database): Promise<ChainFault | null> {
  const notices = await db.select({ hash: consentNotices.hash, text: consentNotices.text }).from(consentNotices);
  for (const { hash, text } of notices) if ((await sha256(text)) !== hash) return { is: 'notice-changed', hash };
  return null;
}
