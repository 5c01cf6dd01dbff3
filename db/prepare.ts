import type { Client } from '@libsql/client';
import { createClient } from '@libsql/client/web';
import { type DatabaseAddress, openDatabase } from '#db/client.ts';
import { loadGazetteer } from '#db/gazetteer/load.ts';
import { migrate } from '#db/migrate.ts';
import { type BoardState, factsRepository } from '#db/repositories/facts.ts';
import { seedPersonas } from '#db/seed/personas.ts';
import { seedDemonstration } from '#db/seed/seed-demonstration.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface Preparation {
  readonly address: DatabaseAddress;
  readonly state: BoardState;
  readonly now: number;
}

/**
 * Makes a database ready for this version of the program: the right board's, migrated, with the names of places, and on a demonstration board
 * with its own jobs (once).
 * Throws an error of one sentence when the database belongs to a board in the other state or to a newer version.
 */
export async function prepareDatabase({ address, state, now }: Preparation): Promise<void> {
  const client = createClient({ url: address.url, authToken: address.token });
  const db = openDatabase(address);
  try {
    refuseOther(await stateBefore(client).catch(refuseSilent(address)), state);
    await migrate(client);
    refuseOther(await factsRepository(db).claimState(state), state);
    await loadGazetteer(db);
    if (state === 'demonstration') {
      await seedDemonstration(db, now);
      await seedPersonas(db, now);
    }
  } finally {
    client.close();
  }
}

/** The first question to a database: where it fails, there is none, or not for us. */
function refuseSilent({ url }: DatabaseAddress): (error: unknown) => never {
  return (error) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('unavailable', `No database answers at ${url} (${why}): check DATABASE_URL and DATABASE_TOKEN.`);
  };
}

/** Read before anything is changed; null in a database that nobody has marked. */
async function stateBefore(client: Client): Promise<string | null> {
  const { rows } = await client.execute("select 1 from sqlite_master where type = 'table' and name = 'facts'");
  if (rows.length === 0) return null;
  const facts = await client.execute("select value from facts where name = 'state'");
  return facts.rows[0] === undefined ? null : String(facts.rows[0]['value']);
}

function refuseOther(found: string | null, wanted: BoardState): void {
  if (found === null || found === wanted) return;
  const whatToDo =
    wanted === 'live'
      ? 'choose another database (DATA_DIR or DATABASE_URL) for the live board'
      : 'set PUBLIC_URL to run it, or choose another DATA_DIR for a demonstration';
  throw new DomainError('conflict', `This database belongs to a ${found} board: ${whatToDo}.`);
}
