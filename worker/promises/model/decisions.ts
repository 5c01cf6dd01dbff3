import type { Words } from '#worker/promises/model/words.ts';

/** Something that policies of job boards say differently, or that the law sees otherwise, and what was decided here. */
export interface Decision {
  readonly id: string;
  readonly conflict: Words;
  readonly decided: Words;
  /** `planned`: about a feature that does not exist yet; not printed. */
  readonly state: 'now' | 'planned';
}

const DECISIONS: readonly Decision[] = [
  {
    id: 'tracking-of-mail',
    conflict: {
      en: 'A policy says that it may be noted whether a mail was opened; supervisory authorities want a consent of its own for that.',
    },
    decided: { en: 'Mails carry nothing that notes it.' },
    state: 'now',
  },
  {
    id: 'what-counts-as-activity',
    conflict: { en: 'A policy counts receiving mail as being active; then nobody is ever inactive.' },
    decided: { en: 'Signing in and changing something count as being active. Receiving mail does not.' },
    state: 'now',
  },
  {
    id: 'private-by-default',
    conflict: { en: 'A policy makes profiles public unless changed; the law wants the private setting first.' },
    decided: { en: 'A CV is private until its owner makes it visible.' },
    state: 'planned',
  },
  {
    id: 'deleting-oneself',
    conflict: { en: 'A policy lets only administrators delete and change addresses; the law wants it to be easy.' },
    decided: { en: 'People do both themselves.' },
    state: 'now',
  },
  {
    id: 'announced-ahead',
    conflict: { en: 'One policy says that it may change without notice, another that changes are told ahead.' },
    decided: { en: 'Changes are announced {announce-ahead} before they count.' },
    state: 'now',
  },
  {
    id: 'inactive-accounts',
    conflict: { en: 'One policy keeps accounts until they are deleted, another ends them when they are not used.' },
    decided: { en: 'Accounts end when they were not used for {keep.accounts}, after two mails that say so.' },
    state: 'now',
  },
  {
    id: 'ads-are-sharing',
    conflict: { en: 'A policy says that nothing is sold, and yet lets advertising networks watch its visitors.' },
    decided: {
      en: 'Advertising services count as sharing, here as in California: off until you say yes, and off when your browser sends Global Privacy Control.',
    },
    state: 'now',
  },
  {
    id: 'using-is-not-agreeing',
    conflict: { en: 'Several policies say that whoever uses the site agrees to them. The law does not call that consent.' },
    decided: { en: 'Reading, scrolling and staying mean nothing. Only a button that you press counts as a yes.' },
    state: 'now',
  },
  {
    id: 'found-but-not-harvested',
    conflict: { en: 'One policy lets search engines read everything, another forbids machines to copy contact details.' },
    decided: {
      en: 'Search engines may read the text of ads. Contact details that are found in it are in no page, feed or index: a person asks for them one by one.',
    },
    state: 'now',
  },
  {
    id: 'unsuccessful-applications',
    conflict: { en: 'No policy says how long an application stays that led to nothing.' },
    decided: { en: 'It has an end, and employers may choose an earlier one.' },
    state: 'planned',
  },
  {
    id: 'end-of-a-cv',
    conflict: { en: 'One policy deletes CVs after some months, others keep them until their owner deletes them.' },
    decided: { en: 'What ends is that a CV is public. The CV stays with its owner.' },
    state: 'planned',
  },
  {
    id: 'nothing-gathered',
    conflict: { en: 'One policy takes only what people give, others gather profiles from other websites.' },
    decided: { en: 'Nothing about seekers is gathered from anywhere. What comes from elsewhere are job ads, and each says from where.' },
    state: 'now',
  },
  {
    id: 'case-files',
    conflict: { en: 'A policy deletes stopped posts after a month; the law gives people longer to object to a decision.' },
    decided: { en: 'A sealed file of the case is kept, the post is not.' },
    state: 'now',
  },
  {
    id: 'counting-by-consent',
    conflict: { en: 'A policy asks for consent before it counts visits, and yet shows every employer how often an ad was opened.' },
    decided: { en: 'What is counted for employers is a number for each post and day, read off nobody’s device.' },
    state: 'now',
  },
];

/** Those that are about what exists. */
export const DECISIONS_NOW: readonly Decision[] = DECISIONS.filter(({ state }) => state === 'now');
