import { afterEach, expect, test, vi } from 'vitest';
import { DomainError, SEE_FIELDS } from '#worker/kernel/errors.ts';
import { orderly } from '#worker/local/orderly.ts';
import { sayFields, sayRefusal, sayWhole } from '#worker/refusals/model/refusal-words.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test('the id of a refusal becomes its sentence, with values filled in as the language writes them', () => {
  const said = sayRefusal({ message: 'ad-form.too-long', values: { most: 20_000, length: 20_001 } });
  expect(said).toBe('Write at most 20,000 characters; these are 20,001.');
});

test('what is no id is a sentence already, even where it is the name of something every object has', () => {
  expect(sayRefusal({ message: 'There is no such ad.' })).toBe('There is no such ad.');
  expect(sayRefusal({ message: 'constructor' })).toBe('constructor');
});

test('what somebody typed is said as it stands, also where it looks like a value', () => {
  expect(sayRefusal({ message: 'ad-form.place-unknown', values: { place: '{length} $& Ystad' } })).toContain('“{length} $& Ystad”');
});

test('each field has its own sentence, and the whole is made of them', () => {
  const fields = [
    { field: 'title', message: 'ad-form.title' },
    { field: 'payReason', message: 'ad-form.range-wide', values: { times: 2 } },
  ];
  const [title, payReason] = sayFields(fields);
  expect(payReason).toEqual({ field: 'payReason', message: expect.stringContaining('more than 2 times') });
  expect(sayWhole(SEE_FIELDS, fields)).toBe(`title: ${title?.message} payReason: ${payReason?.message}`);
});

test('a refusal that one field is the reason of says the same as that field', () => {
  const fields = [{ field: 'places', message: 'ad-form.place-unknown', values: { place: 'Ystad' } }];
  expect(sayWhole('ad-form.place-unknown', fields)).toBe(sayFields(fields)[0]?.message);
});

test('a command that is refused says why in words, too', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await orderly(() => Promise.reject(new DomainError('unavailable', 'staff.busy')));
  expect(said).toHaveBeenCalledWith('Too much is being decided at this moment. Try again in a minute.');
  expect(process.exitCode).toBe(1);
});
