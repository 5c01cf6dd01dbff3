import { type ChainFault, type ChainReport, isOnChain, verifyConsentChain } from '#db/repositories/consent-chain.ts';
import { type ConsentLink, consentSeal } from '#worker/consent/model/consent-record.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { orderly } from '#worker/local/orderly.ts';
import { secretOf } from '#worker/local/secret.ts';
import { withDatabase } from '#worker/local/with-database.ts';
import { before } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

const USAGE = `npm run consent -- verify [NUMBER:MARK]
  Walks the whole chain of consent records and says what was changed, moved or taken away.
  NUMBER:MARK is a head that an earlier run printed: it must still be on the chain.`;

/** `npm run consent -- verify`: exit code 1 on a fault. */
await orderly(async () => {
  const [command, known, ...more] = process.argv.slice(2);
  if (command !== 'verify' || more.length > 0) throw new LaunchRefusal(USAGE);
  const link = known === undefined ? null : readLink(known);
  await withDatabase(async ({ db, settings, now }) => {
    const seal = consentSeal(await secretOf(settings));
    const report = await verifyConsentChain(db, { seal, keptSince: before(now, ruleOf(RETENTION, 'consent-records').keep) });
    console.log(summary(report));
    if (report.fault !== null) throw new LaunchRefusal(sentenceOf(report.fault));
    if (link !== null && !(await isOnChain(db, link)))
      throw new LaunchRefusal(`${known} is not on the chain: links were taken away, or made anew.`);
    console.log(
      `Every record that is kept is as it was written and where it was written, and none is missing among them before its time. ${atTheEnd(link)}`,
    );
  });
});

function readLink(text: string): ConsentLink {
  const [, seq, mac] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || mac === undefined) throw new LaunchRefusal(USAGE);
  return { seq: Number(seq), mac };
}

/** What only a head that somebody noted can show. */
function atTheEnd(known: ConsentLink | null): string {
  if (known !== null) return `Nothing up to ${known.seq} was cut off.`;
  return 'Whether the newest were cut off shows only against a head: note the one above, and give it to the next run.';
}

function summary({ links, records, head }: ChainReport): string {
  return `Links: ${links}. Records that are still kept: ${records}. Links whose record is gone: ${links - records}.\nHead: ${head.seq}:${head.mac}`;
}

function sentenceOf(fault: ChainFault): string {
  switch (fault.is) {
    case 'link-missing':
      return `Link ${fault.seq} is missing: it was taken away.`;
    case 'record-changed':
      return `Record ${fault.seq} (${fault.id}) does not match its link: a field was changed, or SECRET is not the one it was sealed with.`;
    case 'record-taken-out':
      return `Record ${fault.seq} was taken out: it is younger than what retention deletes.`;
    case 'order-changed':
      return `What stands at ${fault.seq} belongs at ${fault.belongs}: the order was changed.`;
    case 'record-without-link':
      return `Record ${fault.seq} has no link: it was not written by this board, or its link was taken away.`;
    case 'notice-changed':
      return `The notice ${fault.hash} no longer says what was shown: its text was changed.`;
  }
}
