import { isoTime } from '#worker/kernel/iso-time.ts';
import { type Explanation, explain } from '#worker/privacy/model/explanation.ts';
import type { OwnRow, OwnTableRows } from '#worker/privacy/model/own-data.ts';
import type { Policy } from '#worker/promises/model/policy.ts';

/** Goes up when a field changes its meaning or goes away; new fields may come at any time. */
export const COPY_SCHEMA_VERSION = 1;

/** Everything that is kept about somebody's account, for programs: `your-data.json`. */
export interface Copy {
  readonly $schema: string;
  readonly schemaVersion: number;
  /** What it is a copy of: an account, or one ad without an account. */
  readonly of: CopyOf;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly language: string;
  readonly board: { readonly name: string; readonly address: string };
  readonly explanation: Explanation;
  readonly data: Readonly<Record<string, CopiedPart>>;
}

interface CopiedPart {
  /** By the id of one of the purposes. */
  readonly purpose: string;
  /** By the ids of kinds of data. */
  readonly categories: readonly string[];
  readonly rows: readonly OwnRow[];
  /** What the board keeps and this does not show, with the reason. */
  readonly leftOut: Readonly<Record<string, string>>;
}

export type CopyOf = 'account' | 'ad';

export interface CopySource {
  readonly of: CopyOf;
  readonly now: number;
  readonly policy: Policy;
  readonly language: string;
  readonly publicUrl: string;
  readonly tables: readonly OwnTableRows[];
}

export function copyOf({ of, now, policy, language, publicUrl, tables }: CopySource): Copy {
  const inCopy = new Set(tables.flatMap(({ categories }) => categories));
  return {
    $schema: './your-data.schema.json',
    schemaVersion: COPY_SCHEMA_VERSION,
    of,
    madeAt: isoTime(now),
    language,
    board: { name: policy.board.name, address: publicUrl },
    explanation: explain({ policy, language, inCopy }),
    data: Object.fromEntries(tables.map((table) => [table.name, partOf(table)])),
  };
}

function partOf({ purpose, categories, rows, leftOut }: OwnTableRows): CopiedPart {
  return { purpose, categories, rows, leftOut: Object.fromEntries(leftOut.map(({ name, because }) => [name, because])) };
}
