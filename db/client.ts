import { createClient } from '@libsql/client/web';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql/web';
import { DomainError } from '#worker/kernel/errors.ts';

export type Database = LibSQLDatabase;

/** Where the database answers, over HTTP. */
export interface DatabaseAddress {
  readonly url: string;
  readonly token: string;
}

/** Opens a client for one request; it holds no connection and needs no closing. Column names are snake_case in SQL, camelCase here. */
export function openDatabase({ url, token }: DatabaseAddress): Database {
  return drizzle(createClient({ url, authToken: token, fetch: reach }), { casing: 'snake_case' });
}

/** A database that does not answer is no mistake of anybody's: whoever asked may come back. */
async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    throw new DomainError('unavailable', 'The board cannot reach its database at the moment. Try again in a minute.');
  }
}
