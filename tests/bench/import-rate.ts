import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { chance } from '#tests/bench/random.ts';
import { COMMON, FIELDS, LEVELS, OCCUPATIONS } from '#tests/bench/vocabulary.ts';

const ROWS = 20_000;

/** Imports generated JobPostings by the very command that an operator uses, into a folder of its own; answers jobs per second, start and end included. */
export async function measureImport(folder: string): Promise<number> {
  const file = join(folder, 'feed.ndjson');
  await writeFeed(file);
  const env = { ...process.env, DATA_DIR: join(folder, 'import') };
  const command = () => promisify(execFile)(process.execPath, ['db/import/run.ts', file, '--source', 'bench'], { env, maxBuffer: 1e8 });
  const empty = join(folder, 'empty.ndjson');
  await writeFile(empty, `${JSON.stringify(posting(0, chance(1)))}\n`);
  await promisify(execFile)(process.execPath, ['db/import/run.ts', empty, '--source', 'warm up'], { env, maxBuffer: 1e8 });
  const from = performance.now();
  await command();
  return ROWS / ((performance.now() - from) / 1000);
}

async function writeFeed(file: string): Promise<void> {
  const luck = chance(7);
  const out = createWriteStream(file);
  for (let row = 0; row < ROWS; row += 1) out.write(`${JSON.stringify(posting(row, luck))}\n`);
  out.end();
  await finished(out);
}

function posting(row: number, luck: ReturnType<typeof chance>) {
  const words = Array.from({ length: 120 }, () => COMMON[luck.zipf(COMMON.length)]).join(' ');
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: `${luck.pick(LEVELS)} ${luck.pick(OCCUPATIONS)}, ${luck.pick(FIELDS)}`,
    description: `<p>${words}</p>`,
    datePosted: new Date(Date.now() - luck.below(30) * 86_400_000).toISOString().slice(0, 10),
    hiringOrganization: { '@type': 'Organization', name: `${luck.pick(FIELDS)} Office` },
    jobLocation: {
      '@type': 'Place',
      address: {
        addressLocality: luck.pick(['Stockholm', 'Berlin', 'Helsinki', 'Boston']),
        addressCountry: luck.pick(['SE', 'DE', 'FI', 'US']),
      },
    },
    identifier: { '@type': 'PropertyValue', name: 'bench', value: String(row) },
    employmentType: 'FULL_TIME',
  };
}
