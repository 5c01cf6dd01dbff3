import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { troubleOf } from '#search/trouble.ts';

test('what keeps an engine from being fed is noted without the values of a statement', () => {
  const refused = new DrizzleQueryError('insert into t values (?)', ['anna@firma.example'], new Error('anna@firma.example'));
  expect(troubleOf(refused)).toBe('the database refused a statement');
  expect(troubleOf(new Error('Meilisearch did not take the change: invalid_api_key.'))).toBe(
    'Meilisearch did not take the change: invalid_api_key.',
  );
  expect(troubleOf('no')).toBe('unknown');
});
