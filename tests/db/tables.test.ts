import { readFile } from 'node:fs/promises';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { readMigrations } from '#db/migration/migrations.ts';
import * as accountTables from '#db/schema/account-tables.ts';
import * as moderationTables from '#db/schema/moderation-tables.ts';
import * as postingTables from '#db/schema/posting-tables.ts';
import * as tables from '#db/schema/tables.ts';

test('the migrations make the tables as they are described', async () => {
  const number = String((await readMigrations()).length - 1).padStart(4, '0');
  const last = JSON.parse(await readFile(new URL(`../../db/migrations/meta/${number}_snapshot.json`, import.meta.url), 'utf8'));
  const described = await generateSQLiteDrizzleJson(
    { ...tables, ...accountTables, ...postingTables, ...moderationTables },
    last.id,
    'snake_case',
  );
  expect(await generateSQLiteMigration(last, described)).toEqual([]);
});
