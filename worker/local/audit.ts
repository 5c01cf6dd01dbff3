import { auditCheckRepository } from '#db/repositories/audit-check.ts';
import { fileStore } from '#worker/files/file-store.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { filesDirIn, openLocalFiles } from '#worker/local/local-files.ts';
import { isLoopback } from '#worker/local/network.ts';
import { orderly } from '#worker/local/orderly.ts';
import { secretOf } from '#worker/local/secret.ts';
import { type AtHand, withDatabase } from '#worker/local/with-database.ts';
import { before } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import type { AuditReport } from '#worker/staff/model/audit-fault.ts';
import { sayFault } from '#worker/staff/model/audit-fault-words.ts';
import { auditSeal } from '#worker/staff/model/audit-line.ts';
import { verifyAudit } from '#worker/staff/verify-audit.ts';

const USAGE = `npm run audit -- verify
  Walks the whole log of what staff did, compares it with the heads that are put outside the database every day,
  and says what was changed, moved, taken away or cut off.`;

/** `npm run audit -- verify`: exit code 1 on a fault. */
await orderly(async () => {
  const [command, ...more] = process.argv.slice(2);
  if (command !== 'verify' || more.length > 0) throw new LaunchRefusal(USAGE);
  await withDatabase(async (atHand) => {
    const report = await verify(atHand);
    console.log(summary(report));
    if (report.fault !== null) throw new LaunchRefusal(sayFault(report.fault));
    console.log('Every line that is kept is as it was written and where it was written, and none is missing before its time.');
  });
});

/** The heads lie beside the files, which this command reaches on this machine alone; elsewhere the page of the log compares them. */
async function verify({ db, address, settings, now }: AtHand): Promise<AuditReport> {
  if (!isLoopback(new URL(address.url).hostname))
    throw new LaunchRefusal('The files of this board lie elsewhere: verify the log on /admin/audit.');
  const secret = await secretOf(settings);
  const local = await openLocalFiles(filesDirIn(settings.dataDir));
  try {
    return await verifyAudit({
      auditCheck: auditCheckRepository(db),
      sealAudit: auditSeal(secret),
      files: fileStore(local.bucket, secret),
      keptSince: before(now, ruleOf(RETENTION, 'audit-log').keep),
    });
  } finally {
    await local.close();
  }
}

function summary({ lines, months, removed, head, heads }: AuditReport): string {
  const compared = `Heads of days that were compared with it: ${heads}.`;
  return `Lines: ${lines}. Months: ${months}, of which ended: ${removed}. Last line: ${head.seq}.\n${compared}`;
}
