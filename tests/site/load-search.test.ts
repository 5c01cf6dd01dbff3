import { expect, test } from 'vitest';
import type { Send } from '#site/api/api-client.ts';
import { loadSearch } from '#site/api/load-search.ts';
import { searchView } from '#tests/support/search-view.ts';

/** The API answering from a list of rules about what it was asked, and what it was asked. */
function answering(rule: (search: URLSearchParams) => Response): { send: Send; asked: string[] } {
  const asked: string[] = [];
  const send: Send = async (path) => {
    asked.push(path);
    return rule(new URLSearchParams(path.split('?')[1] ?? ''));
  };
  return { send, asked };
}

const found = (search: URLSearchParams, pages: number) =>
  Response.json(searchView({ query: search.toString(), page: Number(search.get('page') ?? 1), pages }));

test('empty fields of the form are not asked', async () => {
  const { send, asked } = answering((search) => found(search, 1));
  await loadSearch(send, new URLSearchParams('q=nurse&place=&radius=&posted='));
  expect(asked).toEqual(['/api/jobs?q=nurse']);
});

test('a filter that cannot be read is left out and told', async () => {
  const { send, asked } = answering((search) => found(search, 1));
  const { asked: said } = await loadSearch(send, new URLSearchParams('q=nurse&posted=2d&unknown=1'));
  expect(asked).toEqual(['/api/jobs?q=nurse']);
  expect(said.ignored).toEqual([{ field: 'posted', value: '2d' }]);
});

test('a place that nobody knows is left out and told', async () => {
  const refused = { error: { code: 'invalid', message: '', fields: [{ field: 'place', message: 'We do not know this place.' }] } };
  const { send } = answering((search) => (search.has('place') ? Response.json(refused, { status: 400 }) : found(search, 1)));
  const { view, asked } = await loadSearch(send, new URLSearchParams('q=nurse&place=Nowhere'));
  expect(view.query).toBe('q=nurse');
  expect(asked.ignored).toEqual([{ field: 'place', value: 'Nowhere' }]);
});

test('a page beyond the last becomes the last, with a note', async () => {
  const { send, asked } = answering((search) => found(search, 7));
  const { view, asked: said } = await loadSearch(send, new URLSearchParams('q=nurse&page=9'));
  expect(asked).toHaveLength(2);
  expect(view.page).toBe(7);
  expect(said.page).toBe(9);
});

test('a page beyond what can be asked becomes the last, with a note', async () => {
  const { send } = answering((search) => found(search, 7));
  const { view, asked } = await loadSearch(send, new URLSearchParams('q=nurse&page=900'));
  expect(view.page).toBe(7);
  expect(asked).toEqual({ ignored: [], page: 900 });
});

test('a page that is no number is told like any other mistake', async () => {
  const { send } = answering((search) => found(search, 7));
  const { view, asked } = await loadSearch(send, new URLSearchParams('page=two'));
  expect(view.page).toBe(1);
  expect(asked.page).toBeNull();
  expect(asked.ignored).toEqual([{ field: 'page', value: 'two' }]);
});

test('what the API cannot answer becomes the error page, with its reference', async () => {
  const failed = { error: { code: 'failed', message: '', reference: 'abc' } };
  const { send } = answering(() => Response.json(failed, { status: 500 }));
  await expect(loadSearch(send, new URLSearchParams())).rejects.toMatchObject({ status: 500, reference: 'abc' });
});
