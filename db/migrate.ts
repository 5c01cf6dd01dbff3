import type { Client } from '@libsql/client';
import { applySchema } from '#db/migration/apply-schema.ts';
import { readMigrations } from '#db/migration/migrations.ts';
import { readSchemaObjects } from '#db/migration/schema-objects.ts';

/**
 * Brings a database to this version of the program, from nothing or from any earlier version.
 * Refuses one that a newer version or another program has made. Works over HTTP; runs in Node only, because it reads the SQL files.
 */
export async function migrate(client: Client): Promise<{ readonly applied: number }> {
  const [migrations, objects] = await Promise.all([readMigrations(), readSchemaObjects()]);
  return applySchema(client, { migrations, objects });
}
