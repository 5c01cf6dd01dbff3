import { expect, test } from 'vitest';
import { refuseActingLinks } from '#worker/employers/refuse-acting-links.ts';

const BOARD = 'https://board.example';
const refusal = (page: Parameters<typeof refuseActingLinks>[0]) => () => refuseActingLinks(page, BOARD);

test('neither the web site nor the text of an employer leads to a page of the board that does something', () => {
  expect(refusal({ website: `${BOARD}/leave/abcdefghijklmnopqrst` })).toThrow(expect.objectContaining({ fields: [WRONG('website')] }));
  expect(refusal({ about: `[Us](${BOARD}/unsubscribe)` })).toThrow(expect.objectContaining({ fields: [WRONG('about')] }));
  expect(refusal({ website: `${BOARD}/employers/bakery`, about: '[Us](https://firm.example/unsubscribe)' })).not.toThrow();
  expect(refusal({ website: null, about: null })).not.toThrow();
});

const WRONG = (field: string) => ({ field, message: 'employers.link-to-act' });
