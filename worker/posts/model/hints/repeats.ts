import { fold } from '#worker/kernel/text.ts';

interface Said {
  readonly title: string;
  readonly description: string;
}

/** How much of two texts is the same, as a share of all their runs of words, for the one to repeat the other. */
const SAME_TEXT = 0.8;
const SAME_TITLE_AND_TEXT = 0.5;
const RUN = 4;
/** What is compared of a text. */
const LONGEST = 20_000;

/** The open post that a new one says again, the one most like it; null where none is. */
export function repeatedPost<Open extends Said>(said: Said, open: readonly Open[]): Open | null {
  const runs = runsOf(said.description);
  const likeness = open.map((post) => ({
    post,
    alike: alike(runs, runsOf(post.description)),
    sameTitle: fold(post.title) === fold(said.title),
  }));
  const repeated = likeness.filter(({ alike, sameTitle }) => alike >= (sameTitle ? SAME_TITLE_AND_TEXT : SAME_TEXT));
  return repeated.toSorted((a, b) => b.alike - a.alike)[0]?.post ?? null;
}

/** Runs of four words; of a shorter text the whole of it. */
function runsOf(text: string): ReadonlySet<string> {
  const words = fold(text.slice(0, LONGEST)).split(' ');
  if (words.length <= RUN) return new Set([words.join(' ')]);
  return new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((run) => other.has(run)).length;
  return shared / (one.size + other.size - shared);
}
