import type { DataCategoryId } from '#worker/promises/model/data-categories.ts';
import type { PurposeId } from '#worker/promises/model/purposes.ts';
import type { RetentionId } from '#worker/promises/model/retention.ts';

/** What becomes of a field when the person it speaks of is erased. */
export type Erasure = 'delete' | 'null' | 'keyed-hash' | 'year-month' | { readonly keptBecause: string };

export interface PersonalColumn {
  readonly personal: true;
  readonly category: DataCategoryId;
  /** The rule that ends it at the latest. */
  readonly retention: RetentionId;
  /** What a copy of somebody's own data shows of it. */
  readonly inExport: 'as it is' | { readonly leftOutBecause: string };
  readonly erasure: Erasure;
  /** No two rows may have it alike: before it is deleted, `'words'` are overwritten at random; an id says nothing, and stays. */
  readonly isUnique?: true | 'words';
}

export interface OtherColumn {
  readonly personal: false;
  readonly why: string;
}

export type ColumnEntry = PersonalColumn | OtherColumn;

/** `account`: its id · `address`: the address as it is compared · `recipient`: the keyed hash of the address that mails carry. */
export interface PersonKey {
  readonly by: 'account' | 'address' | 'recipient';
  readonly column: string;
  /** The rows stay when the account goes: the schema takes the key out of them. */
  readonly stays?: true;
  /** The column that says until when a law forbids to tell the person: no copy shows the row before. */
  readonly secretUntil?: string;
}

export interface TableEntry<Column extends string = string> {
  readonly whose: 'visitors' | 'people named in ads' | 'account holders' | 'members and guests' | 'nobody';
  /** How the rows of one account holder are found; left out, or null, where there is no way from an account to a row. */
  readonly person?: PersonKey | null;
  /** The column that names the ad, where rows hang on one: how they are found for whoever wrote it, with an account or without. */
  readonly ad?: string;
  readonly purpose: PurposeId;
  readonly columns: Readonly<Record<Column, ColumnEntry>>;
}

/** Columns that say nothing about a person, all for the same reason. */
export function nobodys<Column extends string>(why: string, ...columns: readonly Column[]): Record<Column, OtherColumn> {
  return inAll(columns, { personal: false, why });
}

/** Columns with the data of a person, all handled alike. */
export function somebodys<Column extends string>(
  entry: Omit<PersonalColumn, 'personal'>,
  ...columns: readonly Column[]
): Record<Column, PersonalColumn> {
  return inAll(columns, { ...entry, personal: true });
}

/** Safe: every column gets the entry. */
function inAll<Column extends string, Entry>(columns: readonly Column[], entry: Entry): Record<Column, Entry> {
  return Object.fromEntries(columns.map((column) => [column, entry])) as Record<Column, Entry>;
}
