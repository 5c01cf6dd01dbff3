import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';
import type { StaffSubjectKind } from '#worker/staff/model/staff-acts.ts';

/** One line of the log of what staff did, as it was sealed. */
export interface AuditLine {
  readonly seq: number;
  /** The month, UTC: `2026-11`. */
  readonly segment: string;
  readonly at: number;
  /** Pseudonym. */
  readonly actor: string;
  readonly act: string;
  readonly subjectKind: StaffSubjectKind;
  readonly subject: string;
  readonly reason: string;
}

/** Where the log ends. Before the first line stands number 0 with an empty HMAC. */
export interface AuditHead {
  readonly seq: number;
  readonly mac: string;
  readonly segment: string;
}

export const NO_LINES: AuditHead = { seq: 0, mac: '', segment: '' };

/** HMAC of a text under the key that is for this log alone. */
export type AuditSeal = (text: string) => Promise<string>;

export function auditSeal(secret: string): AuditSeal {
  let key: Promise<CryptoKey> | null = null;
  return async (text) => {
    key ??= derivedKey(secret, 'audit-log');
    return hexadecimal(await hmac(await key, text));
  };
}

/** The HMAC of a line: over a JSON array of the form's name, the HMAC of the line before, and its fields in this order. */
export function sealLine(seal: AuditSeal, line: AuditLine, previousMac: string): Promise<string> {
  const { seq, segment, at, actor, act, subjectKind, subject, reason } = line;
  return seal(JSON.stringify(['audit/1', previousMac, seq, segment, at, actor, act, subjectKind, subject, reason]));
}

/** The month a line belongs to. Requests overlap: one that began before midnight may be written after one that began later. */
export function segmentAt(at: number, head: AuditHead): string {
  const month = new Date(at).toISOString().slice(0, 7);
  if (month < head.segment) return head.segment;
  return month;
}
