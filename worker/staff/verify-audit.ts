import type { AuditCheckRepository } from '#db/repositories/audit-check.ts';
import { type AuditHeadsContext, keptHeads } from '#worker/staff/keep-audit-head.ts';
import type { AuditFault, AuditReport, KeptHead, SealedLine, Segment } from '#worker/staff/model/audit-fault.ts';
import { type AuditSeal, sealLine } from '#worker/staff/model/audit-line.ts';

export interface VerifyAuditContext extends AuditHeadsContext {
  readonly auditCheck: AuditCheckRepository;
  readonly sealAudit: AuditSeal;
  /** Months that ended after this moment must still have their lines. */
  readonly keptSince: number;
}

const PAGE = 500;

type Walked = Omit<AuditReport, 'heads'>;

/** Walks the whole log, month by month, and compares it with the heads that lie outside the database. Stops at the first fault. */
export async function verifyAudit(context: VerifyAuditContext): Promise<AuditReport> {
  const heads = await keptHeads(context);
  const marks = new Map(heads.map(({ seq }) => [seq, '']));
  const segments = await context.auditCheck.segments();
  let walked: Walked = { lines: 0, months: segments.length, removed: 0, head: { seq: 0, mac: '' }, fault: null };
  for (const segment of segments) {
    walked = await walkMonth(context, { segment, walked, marks });
    if (walked.fault !== null) return { ...walked, heads: heads.length };
  }
  const [stray] = await context.auditCheck.linesAfter(walked.head.seq, 1);
  const fault: AuditFault | null =
    stray === undefined ? wrongHead(heads, { walked, marks, segments }) : { is: 'line-added', seq: stray.seq };
  return { ...walked, heads: heads.length, fault };
}

interface Month {
  readonly segment: Segment;
  readonly walked: Walked;
  /** The HMACs found at the numbers that were noted outside. */
  readonly marks: Map<number, string>;
}

async function walkMonth(context: VerifyAuditContext, { segment, walked, marks }: Month): Promise<Walked> {
  const last = segment.firstSeq + segment.count - 1;
  const end = { seq: last, mac: segment.lastMac };
  const wrong = (fault: AuditFault): Walked => ({ ...walked, fault });
  if (segment.firstSeq !== walked.head.seq + 1) return wrong({ is: 'line-missing', seq: walked.head.seq + 1 });
  if (segment.removedAt !== null) {
    if (endOf(segment) > context.keptSince) return wrong({ is: 'removed-too-early', segment: segment.segment });
    return { ...walked, removed: walked.removed + 1, head: end };
  }
  const { fault, mac } = await walkLines(context, { last, from: walked.head, marks });
  if (fault !== null) return wrong(fault);
  if (mac !== segment.lastMac) return wrong({ is: 'month-changed', segment: segment.segment });
  return { ...walked, lines: walked.lines + segment.count, head: end };
}

interface Lines {
  readonly from: { readonly seq: number; readonly mac: string };
  readonly last: number;
  readonly marks: Map<number, string>;
}

async function walkLines({ auditCheck, sealAudit }: VerifyAuditContext, { from, last, marks }: Lines) {
  let { seq, mac } = from;
  while (seq < last) {
    const page = await auditCheck.linesAfter(seq, Math.min(PAGE, last - seq));
    if (page.length === 0) return { mac, fault: missing(seq + 1) };
    for (const line of page) {
      const fault = await faultOf(line, { seq, mac, sealAudit });
      if (fault !== null) return { mac, fault };
      ({ seq, mac } = line);
      if (marks.has(seq)) marks.set(seq, mac);
    }
  }
  return { mac, fault: null };
}

async function faultOf(
  line: SealedLine,
  { seq, mac, sealAudit }: { readonly seq: number; readonly mac: string; readonly sealAudit: AuditSeal },
): Promise<AuditFault | null> {
  if (line.seq !== seq + 1) return missing(seq + 1);
  return (await sealLine(sealAudit, line, mac)) === line.mac ? null : { is: 'line-changed', seq: line.seq };
}

function missing(seq: number): AuditFault {
  return { is: 'line-missing', seq };
}

interface Compared {
  readonly walked: Walked;
  readonly marks: ReadonlyMap<number, string>;
  readonly segments: readonly Segment[];
}

/** A head within a month that ended by its rule can no longer be compared. */
function wrongHead(heads: readonly KeptHead[], { walked, marks, segments }: Compared): AuditFault | null {
  const gone = segments.findLast(({ removedAt }) => removedAt !== null);
  const removedUntil = gone === undefined ? 0 : gone.firstSeq + gone.count - 1;
  for (const { day, seq, mac } of heads) {
    if (seq <= removedUntil) continue;
    if (seq > walked.head.seq) return { is: 'cut-off', day, seq };
    if (marks.get(seq) !== mac) return { is: 'made-anew', day, seq };
  }
  return null;
}

/** The first moment of the next month, UTC. */
function endOf({ segment }: Segment): number {
  const [year = 0, month = 0] = segment.split('-').map(Number);
  return Date.UTC(year, month);
}
