import type { ConsentRecordsRepository, ShownConsent } from '#db/repositories/consent-records.ts';
import type { OwnRecord, OwnRecordEntry } from '#worker/consent/model/consent-exchange.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { after } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

export interface OwnRecordContext {
  readonly consents: Pick<ConsentRecordsRepository, 'ofSubject'>;
}

/** What is kept about a browser's choices, for whoever holds its secret; nothing for everybody else. */
export async function ownRecord({ consents }: OwnRecordContext, { secret }: { readonly secret: string | null }): Promise<OwnRecord> {
  const found = secret === null ? [] : await consents.ofSubject(await sha256(secret));
  return {
    records: found.map(entryOf),
    notices: Object.fromEntries(found.map(({ notice, text }): readonly [string, unknown] => [notice, JSON.parse(text)])),
  };
}

function entryOf(record: ShownConsent): OwnRecordEntry {
  const { previousId: previous, act, surface, method, granted, refused, notice, version, language, build, country, gpc } = record;
  return {
    reference: record.id,
    previous,
    act,
    surface,
    method,
    granted,
    refused,
    notice,
    version,
    language,
    build,
    country,
    gpc,
    givenAt: isoTime(record.givenAt),
    validUntil: isoTime(record.validUntil),
    replacedAt: record.replacedAt === null ? null : isoTime(record.replacedAt),
    keptUntil: isoTime(keptUntil(record)),
  };
}

function keptUntil({ replacedAt, validUntil }: ShownConsent): number {
  return after(Math.min(replacedAt ?? validUntil, validUntil), ruleOf(RETENTION, 'consent-records').keep);
}
