import type { AuditLine } from '#worker/staff/model/audit-line.ts';

export interface SealedLine extends AuditLine {
  readonly mac: string;
}

/** A month of the log; of one that was removed, its last HMAC and its count stay. */
export interface Segment {
  /** `2026-11` */
  readonly segment: string;
  readonly firstSeq: number;
  readonly count: number;
  readonly lastMac: string;
  readonly removedAt: number | null;
}

/** Where the log ended on a day, as it was put outside the database. */
export interface KeptHead {
  /** `2026-11-22` */
  readonly day: string;
  readonly seq: number;
  readonly mac: string;
}

/** The first thing that is wrong. */
export type AuditFault =
  | { readonly is: 'line-missing'; readonly seq: number }
  | { readonly is: 'line-changed'; readonly seq: number }
  | { readonly is: 'line-added'; readonly seq: number }
  | { readonly is: 'month-changed'; readonly segment: string }
  | { readonly is: 'removed-too-early'; readonly segment: string }
  | { readonly is: 'cut-off'; readonly day: string; readonly seq: number }
  | { readonly is: 'made-anew'; readonly day: string; readonly seq: number };

export interface AuditReport {
  /** Lines that are still kept. */
  readonly lines: number;
  readonly months: number;
  /** Months whose lines ended by their rule. */
  readonly removed: number;
  readonly head: { readonly seq: number; readonly mac: string };
  /** Days whose head lies outside the database and was compared. */
  readonly heads: number;
  readonly fault: AuditFault | null;
}
