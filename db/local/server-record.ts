import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseAddress } from '#db/client.ts';

/** Where the running server answers, for other programs of the same person: readable by nobody else. */
export function writeServerRecord(dataDir: string, { url, token }: DatabaseAddress): void {
  const file = recordFile(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify({ url, token }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function removeServerRecord(dataDir: string): void {
  rmSync(recordFile(dataDir), { force: true });
}

/** The server that left a record and still answers to its token, or null: a record outlives a crash. */
export async function findRunningServer(dataDir: string): Promise<DatabaseAddress | null> {
  const address = readServerRecord(dataDir);
  return address && (await answers(address)) ? address : null;
}

const recordFile = (dataDir: string): string => join(dataDir, 'libsql.json');

function readServerRecord(dataDir: string): DatabaseAddress | null {
  try {
    const record: unknown = JSON.parse(readFileSync(recordFile(dataDir), 'utf8'));
    return isAddress(record) ? { url: record.url, token: record.token } : null;
  } catch {
    return null;
  }
}

function isAddress(record: unknown): record is DatabaseAddress {
  if (typeof record !== 'object' || record === null || !('url' in record && 'token' in record)) return false;
  return typeof record.token === 'string' && typeof record.url === 'string' && record.url.startsWith('http://127.0.0.1:');
}

async function answers({ url, token }: DatabaseAddress): Promise<boolean> {
  const request = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: '{"requests":[{"type":"close"}]}' };
  try {
    const response = await fetch(`${url}/v2/pipeline`, { ...request, signal: AbortSignal.timeout(10_000) });
    return response.ok;
  } catch {
    return false;
  }
}
