import { findContacts, keepContactsPrivate, keepContactsPrivateInMarkdown } from '#worker/jobs/model/contacts.ts';
import type { JobKind } from '#worker/jobs/model/job-posting.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import { shoutedLine, shoutsInTitle } from '#worker/posts/model/hints/all-capitals.ts';
import { maskContact } from '#worker/posts/model/hints/mask-contact.ts';
import { payHistoryAsked } from '#worker/posts/model/hints/pay-history.ts';
import { genderedWordIn } from '#worker/posts/model/hints/title-neutral.ts';

/** The words of a post that the public would read. */
export interface HintText {
  readonly kind: JobKind;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** Whatever else it says in words, by the name of its field. */
  readonly others?: Readonly<Record<string, string>>;
}

const LONGEST_QUOTE = 120;

/** What a post's own words give reason to say, to its author while writing and to the moderator. Contacts in what is quoted are masked. */
export function hintsOf({ kind, title, description, language, others = {} }: HintText): readonly FlagRaised[] {
  // Who offers work of their own may say what they are.
  const gendered = kind === 'gig' ? null : genderedWordIn(title, language);
  const texts: readonly (readonly [field: string, text: string])[] = [['description', description], ...Object.entries(others)];
  return [
    ...(gendered === null ? [] : [flag({ flag: 'title-not-neutral', field: 'title', quote: gendered.word })]),
    ...texts.flatMap(([field, text]) => quoted({ flag: 'asks-pay-history', field, quote: payHistoryAsked(text) })),
    ...(shoutsInTitle(title) ? [flag({ flag: 'all-capitals', field: 'title', quote: title })] : []),
    ...quoted({ flag: 'all-capitals', field: 'description', quote: shoutedLine(description) }),
    ...contactsIn('title', findContacts(title)),
    ...contactsIn('description', keepContactsPrivateInMarkdown(description).contacts),
    ...Object.entries(others).flatMap(([field, text]) => contactsIn(field, findContacts(text))),
  ];
}

type Raised = Pick<FlagRaised, 'flag' | 'field' | 'quote'>;

/** Nothing where nothing was found. */
function quoted({ quote, ...found }: Omit<Raised, 'quote'> & { readonly quote: string | null }): readonly FlagRaised[] {
  return quote === null ? [] : [flag({ ...found, quote })];
}

/** One for each field, which names the first. */
function contactsIn(field: string, contacts: ReturnType<typeof findContacts>): readonly FlagRaised[] {
  const [first] = contacts;
  return first === undefined ? [] : [{ flag: 'contacts-in-text', field, quote: maskContact(first).slice(0, LONGEST_QUOTE) }];
}

function flag({ quote, ...found }: Raised): FlagRaised {
  return { ...found, quote: keepContactsPrivate(quote).text.trim().slice(0, LONGEST_QUOTE) };
}
