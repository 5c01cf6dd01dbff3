import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteUnfinished } from '#db/import/note-failure.ts';
import { ImportError } from '#db/import/raw-job.ts';
import { boardStatusRepository } from '#db/repositories/board-status.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { seeImports } from '#worker/staff/see-imports.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const shown = async () => (await seeImports({ boardStatus: boardStatusRepository(database.db) })).unfinished;

test('an import that breaks off leaves a note that says so, until one of the same source ends well', async () => {
  const begun = await noteUnfinished(database.db, { name: 'City', now: 1000 });
  expect(await shown(), 'killed without a word').toEqual([{ name: 'City', at: 1000, why: null }]);
  await begun.failed(new ImportError('The file holds no job ads: nothing was imported.'));
  expect(await shown()).toEqual([{ name: 'City', at: 1000, why: 'The file holds no job ads: nothing was imported.' }]);
  await begun.failed(new TypeError('something is undefined'));
  expect((await shown())[0]?.why).toBe('The import failed: TypeError: something is undefined.');
  const other = await noteUnfinished(database.db, { name: 'County', now: 2000 });
  expect((await shown()).map(({ name }) => name)).toEqual(['County', 'City']);
  await other.ended();
  await (await noteUnfinished(database.db, { name: 'City', now: 3000 })).ended();
  expect(await shown()).toEqual([]);
});
