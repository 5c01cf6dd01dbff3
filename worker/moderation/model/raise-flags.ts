import type { Moderation } from '#worker/board/model/board.ts';
import { floorLabel } from '#worker/moderation/model/field-labels.ts';
import { type FoldedText, findPhrases, foldText, indexPhrases, type PhraseIndex } from '#worker/moderation/model/find-phrases.ts';
import type { FlagId, FlagRaised } from '#worker/moderation/model/flags.ts';
import { floorAbove, isWide, type PayStated } from '#worker/moderation/model/pay-flags.ts';
import { quote } from '#worker/moderation/model/quote.ts';
import { isSuspicious, suspiciousLinks } from '#worker/moderation/model/suspicious-links.ts';
import { DISCRIMINATION_WORDS } from '#worker/moderation/model/words/discrimination-words.ts';
import { SCAM_WORDS } from '#worker/moderation/model/words/scam-words.ts';
import { hintsOf } from '#worker/posts/model/hints/hints-of.ts';
import { payHistoryAsked } from '#worker/posts/model/hints/pay-history.ts';
import { genderedWordIn } from '#worker/posts/model/hints/title-neutral.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

/** What checks know of a post beside its words. */
export interface FlagsAsked {
  readonly content: PostContent;
  readonly moderation: Moderation;
  /** What the public reads of it now; null while nothing is public. */
  readonly approved: PostContent | null;
  /** Nothing of this author was approved yet. */
  readonly isFirst: boolean;
  /** The title of an open post of the same author that it repeats. */
  readonly repeats: string | null;
  /** Whose name or domain its employer’s is made to look like. */
  readonly looksLike: string | null;
}

/** The text of an ad, in the fields that its form calls so. */
export interface AdText extends PayStated {
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly language: string;
  /** Whatever else it says in words, by the name of its field. */
  readonly others: Readonly<Record<string, string>>;
  readonly link: string | null;
}

/** What checks find in a post that waits. A flag never decides: it says where a moderator should look. */
export function raiseFlags({ content, moderation, approved, isFirst, repeats, looksLike }: FlagsAsked): readonly FlagRaised[] {
  const { kind, title, description, language, salary, payReason } = content;
  const others = otherTexts(content);
  const ad = { ...content, others, link: linkOf(content), countries: content.places.map(({ country }) => country) };
  const changed = approved === null ? null : changedLink(approved, content);
  return withoutRepeats([
    ...hintsOf({ kind, title, description, language, others }),
    ...flagsOfAd(ad, moderation),
    ...raised({ flag: 'wide-pay-range', field: 'salary', said: isWide(salary, moderation) ? (payReason ?? '') : null }),
    ...raised({ flag: 'changed-link', field: 'applyUrl', said: changed }),
    ...raised({ flag: 'repeats-a-post', field: 'title', said: repeats }),
    ...raised({ flag: 'look-alike-domain', field: 'offeredBy', said: looksLike }),
    ...raised({ flag: 'first-post', field: 'title', said: isFirst ? title : null }),
  ]);
}

const SCAM = indexPhrases(SCAM_WORDS);
const DISCRIMINATION = indexPhrases(DISCRIMINATION_WORDS);

/** What is found in an ad that an import brings. Contacts were taken out of it, and how it is written is its source's matter. */
export function flagsOfImport(ad: AdText, moderation: Pick<Moderation, 'payFloors'>): readonly FlagRaised[] {
  const gendered = genderedWordIn(ad.title, ad.language)?.word ?? null;
  const asked = payHistoryAsked(ad.description);
  return withoutRepeats([
    ...raised({ flag: 'title-not-neutral', field: 'title', said: gendered }),
    ...raised({ flag: 'asks-pay-history', field: 'description', said: asked }),
    ...flagsOfAd(ad, moderation),
  ]);
}

/** What is found in any ad, whoever wrote it. */
function flagsOfAd(ad: AdText, { payFloors }: Pick<Moderation, 'payFloors'>): readonly FlagRaised[] {
  const { title, description, others, link } = ad;
  const floor = floorAbove(ad, payFloors);
  return [
    ...flagsOfTexts({ title, description, ...others }),
    ...raised({ flag: 'suspicious-link', field: 'applyUrl', said: link !== null && isSuspicious(link) ? link : null }),
    ...raised({ flag: 'pay-below-floor', field: 'salary', said: floor === null ? null : floorLabel(floor) }),
  ];
}

/** What is found in texts that readers will see, by the names of their fields. The one called `description` or `about` is Markdown. */
export function flagsOfTexts(texts: Readonly<Record<string, string>>): readonly FlagRaised[] {
  const links = Object.entries(texts)
    .filter(([field]) => MARKDOWN.has(field))
    .flatMap(([field, text]) => suspiciousLinks(text).flatMap((said) => raised({ flag: 'suspicious-link', field, said })));
  const folded = Object.entries(texts).flatMap(([field, text]) => (text === '' ? [] : [{ field, ...foldText(text) }]));
  return [
    ...phrases(folded, { flag: 'scam-words', index: SCAM }),
    ...phrases(folded, { flag: 'discrimination', index: DISCRIMINATION }),
    ...links,
  ];
}

const MARKDOWN: ReadonlySet<string> = new Set(['description', 'about']);

/** The words of a post beside its title and text, by the names of their fields. */
function otherTexts({ skills, payReason, gig, offeredBy }: PostContent): Readonly<Record<string, string>> {
  return {
    skills: skills.join(', '),
    payReason: payReason ?? '',
    areaServed: gig?.areaServed ?? '',
    availability: gig?.availability ?? '',
    offeredBy: offeredBy?.name ?? '',
  };
}

/** More of one kind in one field say nothing new. */
const MOST_OF_A_KIND = 5;

interface FoldedField extends FoldedText {
  readonly field: string;
}

function phrases(fields: readonly FoldedField[], { flag, index }: { readonly flag: FlagId; readonly index: PhraseIndex }) {
  return fields.flatMap((text) =>
    findPhrases(text, index)
      .slice(0, MOST_OF_A_KIND)
      .map((found) => ({ flag, field: text.field, quote: quote(text.text, found) })),
  );
}

interface Found {
  readonly flag: FlagId;
  readonly field: string;
  /** Null where nothing was found. */
  readonly said: string | null;
}

function raised({ flag, field, said }: Found): readonly FlagRaised[] {
  return said === null ? [] : [{ flag, field, quote: quote(said, { start: 0, end: said.length }) }];
}

function linkOf({ apply }: PostContent): string | null {
  return apply.by === 'url' ? apply.url : null;
}

/** The new outside link of a post whose way to apply was another one when it was approved. */
function changedLink(approved: PostContent, content: PostContent): string | null {
  const link = linkOf(content);
  return link !== null && linkOf(approved) !== link ? link : null;
}

function withoutRepeats(flags: readonly FlagRaised[]): readonly FlagRaised[] {
  return [...new Map(flags.map((raised) => [JSON.stringify(raised), raised])).values()];
}
