import { describe, expect, test } from 'vitest';
import { personalWords } from '#worker/accounts/model/own-words.ts';
import { LEAST_ALONE, LEAST_WITH_FACTOR, LONGEST_PASSWORD, passwordProblem } from '#worker/accounts/model/password-rules.ts';

const words = personalWords({
  email: 'anna.smith@mailbox.example',
  name: 'Anna Smith',
  board: 'Keepword',
  publicUrl: 'https://jobs.keepword.example',
});
const judge = (password: string, least: typeof LEAST_ALONE | typeof LEAST_WITH_FACTOR = LEAST_ALONE) =>
  passwordProblem({ password, least, words });

describe('the length of a password', () => {
  test('is 15 characters where it stands alone, and 8 beside a second factor', () => {
    expect(judge('purple boat od')).toBe('too-short');
    expect(judge('purple boat odd')).toBeNull();
    expect(judge('tk4-Löw', LEAST_WITH_FACTOR)).toBe('too-short-with-factor');
    expect(judge('tk4-Löwe', LEAST_WITH_FACTOR)).toBeNull();
  });

  test('counts what people see as characters: an emoji is one, a letter with its accent is one', () => {
    expect(judge('🦊🐸🦉🐙🦄🐝🦋')).toBe('too-short');
    expect(judge('🦊🐸🦉🐙🦄🐝🦋🐞', LEAST_WITH_FACTOR)).toBeNull();
    expect(judge(`${'pqvzmtkw'.normalize('NFD')}o\u0308e\u0301a\u0300`)).toBe('too-short');
  });

  test('is 256 at most', () => {
    const long = Array.from({ length: LONGEST_PASSWORD }, (_, index) => 'kw7tz2m'[index % 7] ?? '')
      .join('')
      .replace('kw7', 'boat');
    expect(judge(long.slice(0, LONGEST_PASSWORD))).toBeNull();
    expect(judge(`${long}${long}`)).toBe('too-long');
  });
});

test('nobody is told which kinds of characters to use', () => {
  for (const password of [
    'purple boats sell well',
    'PURPLEBOATSSELLWELL',
    '83920174650918374',
    'лиловые лодки плывут',
    '       boat purple odd',
  ])
    expect(judge(password)).toBeNull();
});

test('what repeats itself or follows the alphabet or the keyboard is refused', () => {
  const predictable = [
    'aaaaaaaaaaaaaaaaaaaa',
    'abababababababab',
    'qwertyqwertyqwerty',
    'abcdefghijklmnop',
    '9876543210987654',
    'qwertyuiopasdfghjkl',
    '111222333444555666',
  ];
  for (const password of predictable) expect(judge(password), password).toBe('predictable');
});

test('what is mostly the own address, the own name or the name of the board is refused, in any case', () => {
  for (const password of ['annasmithannasmith1', 'KEEPWORD-anna-smith', 'Anna.Smith@Mailbox.Example', 'mailboxkeepword2026'])
    expect(judge(password), password).toBe('own-words');
});

test('the own name in a password that is good without it does no harm', () => {
  expect(judge('my aunt anna sells purple boats')).toBeNull();
});

test('short words and the end of a host are nobody’s own', () => {
  expect(personalWords({ email: 'jo@ex.org', name: 'Al', board: 'B', publicUrl: 'http://localhost:8787' })).toEqual([]);
});
