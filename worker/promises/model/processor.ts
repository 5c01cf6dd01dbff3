import type { Words } from '#worker/promises/model/words.ts';

/** Somebody who handles data for the board, or, as a controller of its own, receives some. */
export interface Processor {
  readonly id: string;
  readonly name: string;
  readonly role: 'processor' | 'controller';
  /** What it does for the board, and with what. */
  readonly does: Words;
  /** ISO 3166-1 alpha-2: where the company is. */
  readonly country: string;
  /** What makes a transfer outside the EU lawful; null where there is none. */
  readonly safeguard: Words | null;
  /** The data processing agreement: what it is called and of which day. */
  readonly contract: string;
  /** `2026-09-01`: when the operator last looked at it; at most 12 months ago. */
  readonly reviewed: string;
  /** Hosts that the board's own code or pages may call at it; empty where nothing calls it by name. `*.` stands for sub-domains. */
  readonly hosts: readonly string[];
  readonly privacyPolicy: string;
}
