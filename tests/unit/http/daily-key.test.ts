import { expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { dailyHash } from '#worker/http/daily-key.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const hash = (text: string, said: { secret?: string; now?: number } = {}) => dailyHash(text, { secret: 'one secret', now: NOON, ...said });

test(
  'a network hashes to the same all day, and to nothing like it on the next or under another secret',
  proves('limits-forget'),
  async () => {
    const today = await hash('4:192.0.2.1');
    expect(await hash('4:192.0.2.1', { now: NOON + 11 * 3_600_000 })).toBe(today);
    expect(await hash('4:192.0.2.1', { now: NOON + DAY })).not.toBe(today);
    expect(await hash('4:192.0.2.1', { secret: 'another secret' })).not.toBe(today);
    expect(await hash('4:192.0.2.2')).not.toBe(today);
  },
);
