import { sql } from 'drizzle-orm';
import { openDatabase } from '#db/client.ts';
import type { BenchBoard } from '#tests/bench/board.ts';
import { type Timing, timing } from '#tests/bench/measure.ts';

const ADS = 1000;
const NETWORKS = 40;

export interface HarvestFigures {
  /** What a program got in a day that asked for the contact of each of a thousand ads, from one network and from forty beside each other. */
  readonly alone: number;
  readonly together: number;
  /** How long showing one takes. */
  readonly shown: Timing;
}

/** Gives ads a contact, asks for them as a scraper does, and takes the contacts away again. */
export async function measureHarvest({ database, origin }: BenchBoard): Promise<HarvestFigures> {
  const db = openDatabase(database);
  const ads = await db.all<{ seq: number; id: string }>(sql`select seq, id from jobs where status = 'published' limit ${ADS}`);
  const seqs = JSON.stringify(ads.map(({ seq }) => seq));
  await db.run(sql`
    insert into job_contacts (job_seq, position, kind, value, for_applying)
    select value, 99, 'mail', 'c' || value || '@harvest.example', 0 from json_each(${seqs}) where true on conflict do nothing`);
  const taken: number[] = [];
  const harvest = async (networkOf: (index: number) => string) => {
    let got = 0;
    for (const [index, { id }] of ads.entries()) {
      const from = performance.now();
      const answer = await fetch(`${origin}/api/jobs/${id}/contact`, { method: 'POST', headers: asPage(origin, networkOf(index)) });
      await answer.arrayBuffer();
      if (answer.ok) taken.push(performance.now() - from);
      if (answer.ok) got += 1;
    }
    return got;
  };
  const alone = await harvest(() => '198.18.1.1');
  const together = await harvest((index) => `198.18.2.${(index % NETWORKS) + 1}`);
  await db.run(sql`delete from job_contacts where position = 99 and job_seq in (select value from json_each(${seqs}))`);
  await db.run(sql`delete from reveal_budgets`);
  return { alone, together, shown: timing(taken) };
}

function asPage(origin: string, network: string): Record<string, string> {
  return { Origin: origin, 'Sec-Fetch-Site': 'same-origin', 'cf-connecting-ip': network };
}
