import Database from 'libsql';
import { openDatabase } from '#db/client.ts';
import { matchOf } from '#search/embedded/plan-match.ts';
import { countPasses } from '#search/embedded/counts.ts';
import { candidatesFor } from '#search/embedded/correct.ts';
import * as S from '#search/embedded/statements.ts';
import { firstDocid } from '#search/embedded/packed.ts';
import { sql } from 'drizzle-orm';
import { parseJobQuery } from '#worker/jobs/model/parse-job-query.ts';
import { board } from '#worker/board/model/this-board.ts';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
const d = new SQLiteSyncDialect();
const db = new Database('/tmp/sx/d100/board.db'); db.exec('PRAGMA cache_size=-65536; PRAGMA mmap_size=2147483648; PRAGMA temp_store=MEMORY');
const nyc = { kind: 'circle' as const, lat: 40.71, lng: -74.0, radiusKm: 25 };
const time = (name: string, q: any) => { const { sql: text, params } = d.sqlToQuery(q); const st = db.prepare(text); if (process.env.PLAN) { console.log(text); for (const r of db.prepare('explain query plan ' + text).all(...params as any)) console.log('   ', (r as any).detail); }
  const c: number[] = []; let n = 0; for (let i=0;i<7;i++) { const c0=process.cpuUsage(); n = st.all(...params as any).length; const u=process.cpuUsage(c0); c.push((u.user+u.system)/1000);} c.sort((a,b)=>a-b); console.log('  ', name.padEnd(22), c[3]!.toFixed(2), 'rows', n); };
for (const [q, area] of [['q=nurse', null], ['q=experience', null], ['q=senior+nurse', null], ['q=nurse', nyc], ['', nyc]] as any[]) {
  if (process.argv[2] && q !== process.argv[2]) continue;
  const plan = { query: parseJobQuery(new URLSearchParams(q), board).query, area, now: Date.now() };
  const m = matchOf(plan); console.log(q, area ? 'nyc' : '', m.all.expression.slice(0, 200));
  const page = { limit: 20, offset: 0 };
  time('count', sql`select ${S.countOf(m.all)}`);
  time('relevant', S.relevantHits(m.all, { ...page, newest: firstDocid(Date.now()) }));
  time('newest', S.newestHits(m.all, page));
  time('hydrated newest', S.hydrated(S.newestHits(m.all, page), Date.now()));
  const passes = countPasses(plan, m); for (const p of passes) time('pass ' + p.facets.length, p.statement);
  const all = m.all; for (const f of ['category', 'employer', 'posted'] as any[]) time('  only ' + f, S.facetCounts(all, { facets: [f], posted: [{ value: '1d', since: 1 }] }));
  time('  none', S.facetCounts(all, { facets: [], posted: [] }));
  const c = candidatesFor(m); if (c) time('slips', c);
}
