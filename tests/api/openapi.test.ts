import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { createApp } from '#worker/app.ts';
import { board as thisBoard } from '#worker/board/model/this-board.ts';
import { parseJobQuery } from '#worker/jobs/model/parse-job-query.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const read = async () => (await board.ask('/api/openapi.json')).json();

test('the document is valid OpenAPI 3.1 and names the address of the board', async () => {
  const document = await read();
  expect(await new Validator().validate(document)).toEqual({ valid: true });
  expect(document.openapi).toBe('3.1.0');
  expect(document.servers).toEqual([{ url: ORIGIN }]);
});

test('every route under /api is in the document, with what it refuses', async () => {
  const { paths } = (await read()) as { paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
  const routes = createApp({ clock: Date.now, log: () => {} }).routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/api/'),
  );
  const described = routes.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')).filter((path) => path !== '/api/openapi.json');
  expect(Object.keys(paths).sort()).toEqual([...new Set(described)].sort());
  for (const operations of Object.values(paths))
    for (const { responses } of Object.values(operations))
      expect(Object.keys(responses)).toEqual(expect.arrayContaining([expect.stringMatching(/^(20[0124]|303)$/), '400', '429']));
});

test('the parameters of a search are those that the parser knows', async () => {
  const { paths } = (await read()) as { paths: Readonly<Record<string, { readonly get: Operation }>> };
  const names = paths['/api/jobs']?.get.parameters?.map(({ name }) => name) ?? [];
  expect(parseJobQuery(new URLSearchParams(names.map((name) => [name, ''])), thisBoard).unknown).toEqual([]);
  expect(names).toHaveLength(14);
});
