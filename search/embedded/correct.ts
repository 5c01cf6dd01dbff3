import { type SQL, sql } from 'drizzle-orm';
import { quote } from '#search/embedded/match.ts';
import type { PlanMatch } from '#search/embedded/plan-match.ts';
import { backwards, isCorrectable, slipsBetween, slipsForgiven } from '#search/embedded/slips.ts';
import { stopWords } from '#search/embedded/stop-words.ts';
import { partsOf, type SearchPart } from '#worker/jobs/model/search-words.ts';

/** A word that no ad holds, with a word of the index that is like it; `docs`: how many ads hold that one. */
export interface SlipRow {
  readonly typed: string;
  readonly word: string;
  readonly docs: number;
}

const MOST_TERMS = 6;
const MOST_CANDIDATES = 300;
const AFTER_ALL_WORDS = '\u{10FFFF}';

/** Words that resemble those typed words that no ad holds as they stand, nor as a beginning; null where no word can be corrected. */
export function candidatesFor({ words }: PlanMatch): SQL | null {
  const terms = words.terms.filter((term) => isCorrectable(term.folded) && !stopWords.has(term.folded)).slice(0, MOST_TERMS);
  if (terms.length === 0) return null;
  const arms = terms.map((term) => {
    const whole = sql`not exists (select 1 from jobs_fts where jobs_fts match ${quote(term.folded)})`;
    const longer = sql` and not exists (select 1 from jobs_fts where jobs_fts match ${`${quote(term.folded)} *`})`;
    const isLast = words.prefix && term === words.terms.at(-1);
    return sql`select * from (select ${term.folded} as typed where ${whole}${isLast ? longer : sql``}) as t cross join (${alike(term.folded)}) as a`;
  });
  return sql`
    select f.typed, f.word, coalesce(v.doc, 0) as docs
    from (${sql.join(arms, sql` union all `)}) as f cross join jobs_vocabulary as v on v.term = f.word`;
}

/** Words of about the same length that begin with the same half, or end with the same. */
function alike(typed: string): SQL {
  const half = Math.floor(typed.length / 2);
  const beginning = typed.slice(0, half);
  const ending = backwards(typed).slice(0, Math.max(1, typed.length - half - 1));
  const slips = slipsForgiven(typed);
  const length = sql.raw(`length(word) between ${typed.length - slips} and ${typed.length + slips} limit ${MOST_CANDIDATES}`);
  return sql`
    select word from (select word from search_words where word >= ${beginning} and word < ${beginning + AFTER_ALL_WORDS} and ${length})
    union
    select word from (
      select word from search_words indexed by search_words_backwards
      where backwards >= ${ending} and backwards < ${ending + AFTER_ALL_WORDS} and ${length})`;
}

/**
 * What was typed with every unknown word replaced by its likeliest correction; null where one of them has none. Where `found` says that
 * other forms of the words were found, a word that only has another ending is no slip.
 */
export function correct(typed: string, { slips, found }: { slips: readonly SlipRow[]; found: boolean }): string | null {
  if (slips.length === 0) return null;
  const unknown = new Map<string, string | null>();
  for (const word of new Set(slips.map((slip) => slip.typed))) {
    unknown.set(
      word,
      best(
        word,
        slips.filter((slip) => slip.typed === word),
      ),
    );
  }
  const corrections = [...unknown];
  if (corrections.some(([, correction]) => correction === null)) return null;
  if (
    found &&
    corrections.every(([word, correction]) => correction !== null && (word.startsWith(correction) || correction.startsWith(word)))
  )
    return null;
  return partsOf(typed)
    .map((part) => rewritten(part, unknown))
    .join(' ');
}

/** Letters are more often left out or doubled than changed: worth about 20 times the ads. */
const SAME_LENGTH = 3;

/** The fewest slips; of equals, what more ads hold. A slip less is worth about 400 times the ads. */
function best(typed: string, candidates: readonly SlipRow[]): string | null {
  const scored = candidates
    .map(({ word, docs }) => ({ word, docs, slips: slipsBetween(typed, word) }))
    .filter(({ docs, slips }) => docs > 0 && slips <= slipsForgiven(typed))
    .map(({ word, docs, slips }) => ({ word, cost: slips * 6 + (isChanged(typed, word) ? SAME_LENGTH : 0) - Math.log(docs) }));
  return scored.sort((one, other) => one.cost - other.cost || (one.word < other.word ? -1 : 1))[0]?.word ?? null;
}

/** Other letters in the same number; those that only changed places are the same. */
function isChanged(typed: string, word: string): boolean {
  return typed.length === word.length && [...typed].sort().join('') !== [...word].sort().join('');
}

function rewritten({ kind, text, words }: SearchPart, corrections: ReadonlyMap<string, string | null>): string {
  if (kind !== 'words') return `${kind === 'without' ? '-' : ''}"${text}"`;
  return words.reduceRight((written, { folded, start, end }) => {
    const correction = corrections.get(folded) ?? null;
    return correction === null ? written : written.slice(0, start) + correction + written.slice(end);
  }, text);
}
