import { createClient } from '@libsql/client/web';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql/web';

export type Database = LibSQLDatabase;

/** Where the database answers, over HTTP. */
export interface DatabaseAddress {
  readonly url: string;
  readonly token: string;
}

/** Opens a client for one request; it holds no connection and needs no closing. Column names are snake_case in SQL, camelCase here. */
export function openDatabase({ url, token }: DatabaseAddress): Database {
  return drizzle(createClient({ url, authToken: token }), { casing: 'snake_case' });
}
