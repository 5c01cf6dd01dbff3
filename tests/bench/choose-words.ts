import type { Words } from '#tests/bench/latency.ts';
import { ask } from '#tests/bench/measure.ts';
import { COMMON } from '#tests/bench/vocabulary.ts';

/** Picks words by how many ads hold them, as the board itself counts: in half of all, in about a twentieth, in a handful. */
export async function chooseWords(origin: string, rareCandidates: readonly string[]): Promise<Words> {
  const total = await count(origin, '');
  const counted = await Promise.all(
    COMMON.filter((word) => /^[a-z]+$/.test(word)).map(async (word) => ({ word, share: (await count(origin, word)) / total })),
  );
  const nearest = (share: number) =>
    [...counted].sort((a, b) => Math.abs(a.share - share) - Math.abs(b.share - share)).map(({ word }) => word);
  const rare: string[] = [];
  for (const word of rareCandidates) {
    const found = await count(origin, word);
    if (found > 0 && found < total / 250) rare.push(word);
    if (rare.length === 5) break;
  }
  return { common: nearest(0.5).slice(0, 3), ordinary: nearest(0.05).slice(0, 5), rare };
}

async function count(origin: string, word: string): Promise<number> {
  const quoted = word === '' ? '' : `?q=${encodeURIComponent(`"${word}"`)}`;
  return (JSON.parse((await ask(`${origin}/api/jobs${quoted}`)).body) as { total: number }).total;
}
