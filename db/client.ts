import { type Client, createClient, type InStatement, type TransactionMode } from '@libsql/client/web';
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
  return drizzle(queued(createClient({ url, authToken: token, fetch: reach })), { casing: 'snake_case' });
}

/**
 * A batch that writes stands in line from its beginning. Left to itself it would begin with what it reads first, and fail with its first
 * write wherever somebody else has written meanwhile.
 */
function queued(client: Client): Client {
  const batch = client.batch.bind(client);
  client.batch = (statements: readonly (InStatement | [string, ...unknown[]])[], mode?: TransactionMode) =>
    batch([...statements] as Parameters<Client['batch']>[0], mode ?? (statements.every(onlyReads) ? 'deferred' : 'write'));
  return client;
}

function onlyReads(statement: InStatement | [string, ...unknown[]]): boolean {
  const text = typeof statement === 'string' ? statement : Array.isArray(statement) ? statement[0] : statement.sql;
  return /^\s*select\b/i.test(text);
}

/** A database that does not answer is no mistake of anybody's: whoever asked may come back. */
async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    throw new DomainError('unavailable', 'The board cannot reach its database at the moment. Try again in a minute.');
  }
}
