import type { AuditActorsRepository } from '#db/repositories/audit-actors.ts';
import type { AuditPagesRepository } from '#db/repositories/audit-pages.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { AuditQuery, AuditView } from '#worker/staff/model/audit-view.ts';

export interface SeeAuditContext {
  readonly now: number;
  readonly auditPages: AuditPagesRepository;
  readonly auditActors: Pick<AuditActorsRepository, 'pseudonymOf'>;
}

const PAGE = 50;

/** The log of what staff did, a page at a time, the newest first. It names people by pseudonym. */
export async function seeAudit(
  { now, auditPages, auditActors }: SeeAuditContext,
  { actor, query }: { readonly actor: Member; readonly query: AuditQuery },
): Promise<AuditView> {
  const { before = null, actor: by = null, act = null } = query;
  const [you, found] = await Promise.all([
    auditActors.pseudonymOf(actor.accountId, now),
    auditPages.read({ before, actor: by, act, limit: PAGE + 1 }),
  ]);
  const lines = found.slice(0, PAGE);
  return {
    lines: lines.map((line) => ({ ...line, at: isoTime(line.at), isYou: line.actor === you })),
    next: found.length > PAGE ? (lines.at(-1)?.seq ?? null) : null,
  };
}
