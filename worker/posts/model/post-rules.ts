import type { JobKind } from '#worker/jobs/model/job-posting.ts';
import type { Words } from '#worker/promises/model/words.ts';

interface PostRuleShape {
  readonly id: string;
  /** Whose form it stands beside. */
  readonly kinds: readonly JobKind[];
  readonly words: Words;
}

const BOTH: readonly JobKind[] = ['job', 'gig'];
const JOBS: readonly JobKind[] = ['job'];
const GIGS: readonly JobKind[] = ['gig'];

/** The rules of a post: they stand beside its form, its author is told them by these ids, and nothing else is a reason of ours to reject it. */
export const POST_RULES = [
  {
    id: 'real-work',
    kinds: JOBS,
    words: { en: 'It offers work that exists and that you may fill: no collecting of applications, no advert for something else.' },
  },
  {
    id: 'own-work',
    kinds: GIGS,
    words: { en: 'It offers work that you do yourself, or your firm does, for your own account. To hire somebody, post a vacancy.' },
  },
  {
    id: 'who-offers',
    kinds: BOTH,
    words: { en: 'It names who offers the work, by their true name. Nobody poses as somebody else.' },
  },
  {
    id: 'says-the-work',
    kinds: BOTH,
    words: { en: 'It says what is done, where and how much, so that a reader can decide. A title names the work and nothing else.' },
  },
  {
    id: 'pay-named',
    kinds: JOBS,
    words: {
      en: 'It names what it pays, as one amount or a narrow range; a wide one gives its reason. Unpaid work says that it is volunteering.',
    },
  },
  {
    id: 'price-named',
    kinds: GIGS,
    words: { en: 'It names what you charge and for what, as one price or a range that says what it depends on.' },
  },
  {
    id: 'pay-lawful',
    kinds: JOBS,
    words: { en: 'It pays at least what the law or the agreement for that work demands.' },
  },
  {
    id: 'no-pay-history',
    kinds: JOBS,
    words: { en: 'It asks nobody what they earned before.' },
  },
  {
    id: 'open-to-all',
    kinds: BOTH,
    words: {
      en: 'It shuts nobody out for sex, age, origin, faith, health, family or love, unless the work itself demands it and the law allows that. Its title is for everybody.',
    },
  },
  {
    id: 'free-to-apply',
    kinds: JOBS,
    words: { en: 'Nobody pays to apply or to begin: no fees, deposits, courses or goods to buy.' },
  },
  {
    id: 'no-tricks',
    kinds: BOTH,
    words: {
      en: 'It asks for no bank account, identity papers or passwords, and promises no money for little. No pyramid schemes, no moving of money or parcels for others.',
    },
  },
  {
    id: 'honest-links',
    kinds: BOTH,
    words: {
      en: 'Its links lead where they say, over https, to a page about this work. No shortened or disguised addresses, no downloads.',
    },
  },
  {
    id: 'contacts-apart',
    kinds: BOTH,
    words: { en: 'Mail addresses and phone numbers stand in their own fields, where readers ask for them, and belong to you.' },
  },
  {
    id: 'posted-once',
    kinds: BOTH,
    words: { en: 'The same work is posted once at a time.' },
  },
  {
    id: 'lawful',
    kinds: BOTH,
    words: {
      en: 'Work and words are lawful: nothing that harms, insults or deceives, and nobody else’s texts or pictures without their leave.',
    },
  },
  {
    id: 'readable',
    kinds: BOTH,
    words: { en: 'It is written to be read: in the language it names, in ordinary letters, without shouting.' },
  },
] as const satisfies readonly PostRuleShape[];

export type PostRule = (typeof POST_RULES)[number];
export type PostRuleId = PostRule['id'];

export function isPostRule(text: string): text is PostRuleId {
  return POST_RULES.some(({ id }) => id === text);
}

/** The rules beside the form of a kind. */
export function rulesFor(kind: JobKind): readonly PostRule[] {
  return POST_RULES.filter(({ kinds }: PostRuleShape) => kinds.includes(kind));
}

/** The words of a rule by its id; null for one that this board does not have any more. */
export function postRule(id: string): PostRule | null {
  return POST_RULES.find((rule) => rule.id === id) ?? null;
}
