import { type Column, getTableColumns, getTableName, type Table } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { ACCOUNT_TABLES } from '#db/data-map/accounts.ts';
import { AD_TABLES } from '#db/data-map/ads.ts';
import type { PersonKey, TableEntry } from '#db/data-map/entry.ts';
import { MACHINERY_TABLES } from '#db/data-map/machinery.ts';
import { MODERATION_TABLES } from '#db/data-map/moderation.ts';
import { POSTING_TABLES } from '#db/data-map/posting.ts';
import { SEARCH_INDEX_TABLES } from '#db/data-map/search-index.ts';
import { VISITOR_TABLES } from '#db/data-map/visitors.ts';
import {
  accounts,
  activity,
  addressChanges,
  attempts,
  challenges,
  dataExports,
  erasureArchive,
  factorLosses,
  knownBrowsers,
  linkTokens,
  mailChoices,
  mailReports,
  mailSuppressions,
  mails,
  networkKeys,
  objections,
  passkeys,
  recoveryCodes,
  sessions,
  signUps,
  totpFactors,
  totpUses,
} from '#db/schema/account-tables.ts';
import {
  appeals,
  auditActors,
  auditLog,
  auditNotes,
  auditSegments,
  caseFiles,
  cases,
  disclosures,
  noticeSlowdowns,
  notices,
  removedAds,
  statements,
} from '#db/schema/moderation-tables.ts';
import {
  domainProofs,
  employerChanges,
  employerInvitations,
  employerMembers,
  employerMerges,
  linkChecks,
  pictures,
  postCounts,
  postFingerprints,
  postLog,
  postRevisions,
  posts,
  relayMessages,
  revealBudgets,
} from '#db/schema/posting-tables.ts';
import {
  consentChain,
  consentNotices,
  consentRecords,
  counters,
  employers,
  facts,
  jobContacts,
  jobPlaces,
  jobs,
  placeNames,
  places,
  retentionRuns,
  searchCursors,
  searchOutbox,
  sources,
  taskRuns,
  withheldJobs,
} from '#db/schema/tables.ts';

type Tables = typeof import('#db/schema/tables.ts') &
  typeof import('#db/schema/account-tables.ts') &
  typeof import('#db/schema/posting-tables.ts') &
  typeof import('#db/schema/moderation-tables.ts');
type Columns<T> = T extends Table ? Extract<keyof T['_']['columns'], string> : never;

const TABLES = {
  accounts,
  activity,
  addressChanges,
  attempts,
  challenges,
  dataExports,
  erasureArchive,
  factorLosses,
  knownBrowsers,
  linkTokens,
  mailChoices,
  mailReports,
  mailSuppressions,
  mails,
  networkKeys,
  objections,
  passkeys,
  recoveryCodes,
  sessions,
  signUps,
  totpFactors,
  totpUses,
  consentChain,
  consentNotices,
  consentRecords,
  counters,
  employers,
  facts,
  jobContacts,
  jobPlaces,
  jobs,
  placeNames,
  places,
  retentionRuns,
  searchCursors,
  searchOutbox,
  sources,
  taskRuns,
  withheldJobs,
  domainProofs,
  employerChanges,
  employerInvitations,
  employerMembers,
  employerMerges,
  linkChecks,
  pictures,
  postCounts,
  postFingerprints,
  postLog,
  postRevisions,
  posts,
  relayMessages,
  revealBudgets,
  appeals,
  auditActors,
  auditLog,
  auditNotes,
  auditSegments,
  caseFiles,
  cases,
  disclosures,
  noticeSlowdowns,
  notices,
  removedAds,
  statements,
} satisfies { readonly [Name in keyof Tables]: Tables[Name] };

/** Every table, and every column of it: a table or column that is missing here does not compile. */
const OWN_TABLES = {
  ...AD_TABLES,
  ...VISITOR_TABLES,
  ...ACCOUNT_TABLES,
  ...POSTING_TABLES,
  ...MODERATION_TABLES,
  ...MACHINERY_TABLES,
} as const satisfies {
  readonly [Name in keyof Tables]: TableEntry<Columns<Tables[Name]>>;
};

export type MappedTable = keyof typeof OWN_TABLES;

/** What the board remembers, by the names that SQL has for it: whose data each column holds, what for, how long, and how it ends. */
export const DATA_MAP: Readonly<Record<string, TableEntry>> = {
  ...Object.fromEntries(namesOf(OWN_TABLES).map((name) => [tableName(name), inSql(OWN_TABLES[name])])),
  ...SEARCH_INDEX_TABLES,
};

/** As SQL calls it. */
export function tableName(name: MappedTable): string {
  return getTableName(TABLES[name]);
}

/** A table with rows of account holders: how they are found, and all its columns, as SQL calls them. */
export interface PersonTable {
  readonly table: MappedTable;
  readonly sqlName: string;
  readonly person: PersonKey;
  readonly columns: readonly string[];
}

/** All of them. */
export function personTables(): readonly PersonTable[] {
  return namesOf(OWN_TABLES).flatMap((table) => {
    const { person, columns } = inSql(OWN_TABLES[table]);
    return person ? [{ table, sqlName: tableName(table), person, columns: Object.keys(columns) }] : [];
  });
}

/** A column of text with the data of a person, as SQL calls it. */
export interface PersonalWords {
  readonly column: string;
  /** No two rows may have it alike. */
  readonly isUnique: boolean;
}

/** What can be overwritten before it is deleted: all words of a person but ids, and the keys by which one row hangs on another. */
export function personalWords(name: MappedTable): readonly PersonalWords[] {
  const stored: Readonly<Record<string, Column>> = getTableColumns(TABLES[name]);
  const keys = getTableConfig(TABLES[name]).foreignKeys.flatMap((key) => key.reference().columns);
  const entries: TableEntry['columns'] = OWN_TABLES[name].columns;
  return Object.entries(entries)
    .filter(([column, entry]) => entry.personal && entry.isUnique !== true && isText(stored, column))
    .filter(([column]) => !keys.some((key) => key === stored[column]))
    .map(([column, entry]) => ({ column: snakeCase(column), isUnique: entry.personal && entry.isUnique === 'words' }));
}

function isText(stored: Readonly<Record<string, Column>>, column: string): boolean {
  return stored[column]?.getSQLType() === 'text';
}

function inSql({ columns, person, ad, ...entry }: TableEntry): TableEntry {
  const key = person ? { person: keyInSql(person) } : {};
  return {
    ...entry,
    ...key,
    ...(ad === undefined ? {} : { ad: snakeCase(ad) }),
    columns: Object.fromEntries(Object.entries(columns).map(([column, handled]) => [snakeCase(column), handled])),
  };
}

function keyInSql({ secretUntil, ...person }: PersonKey): PersonKey {
  const secret = secretUntil === undefined ? {} : { secretUntil: snakeCase(secretUntil) };
  return { ...person, ...secret, column: snakeCase(person.column) };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Safe: an object's own keys, where nothing wider was assigned. */
function namesOf<T extends object>(record: T): (keyof T)[] {
  return Object.keys(record) as (keyof T)[];
}
