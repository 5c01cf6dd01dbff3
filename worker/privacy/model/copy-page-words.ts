const en = {
  title: 'A copy of your data',
  madeBy: 'Made by',
  lede: {
    account:
      'This page holds everything that is kept about your account, in words. The file your-data.json beside it holds the same for programs. Times are in UTC.',
    ad: 'This page holds everything that is kept about your ad and about you as whoever wrote it, in words. The file your-data.json beside it holds the same for programs. Times are in UTC.',
  },
  data: { account: 'What is kept about your account', ad: 'What is kept about your ad, and about you' },
  nothing: 'Where nothing is kept',
  leftOut: 'What is kept and not shown here',
  leftOutLede:
    'These are secrets and keyed hashes that keep strangers out: in a file they would be less safe. Cookie choices belong to a browser, not to a person: the page of cookie choices shows and downloads those of the browser that you use.',
  part: 'Part',
  field: 'Field',
  why: 'Why it is not shown',
  none: 'none',
  yes: 'yes',
  no: 'no',
  explanation: 'What is done with it, and what you may do about it',
  who: 'Who answers for it',
  controller: 'Controller',
  contact: 'For everything about data',
  purposes: 'What data is used for',
  purpose: 'Purpose',
  does: 'What is done',
  ground: 'Legal ground',
  categories: 'Which kinds of data there are, and where they come from',
  what: 'Kind of data',
  holds: 'What is in it',
  source: 'From where',
  here: 'In this copy',
  retention: 'How long data is kept',
  kept: 'What is kept',
  howLong: 'How long',
  from: 'Counted from',
  recipients: 'Who gets data',
  recipient: 'Who',
  gets: 'Gets what',
  when: 'When',
  company: 'Company',
  role: 'Role',
  roles: { processor: 'Works on our instructions', controller: 'Answers for itself' },
  place: 'Country and safeguard',
  noCompanies: 'No company handles data for us.',
  transfers: 'Countries outside the European Economic Area',
  decisions: 'Decisions made by programs',
  rights: 'What you may do',
  right: 'You may',
  means: 'What happens',
  within: 'By when',
  law: 'Law',
  ours: 'given by us',
} as const;

type Said<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Said<T[Key]> };

/** What the readable page of a copy says around the data. */
export type PageWords = Said<typeof en>;

const PAGE_WORDS: Readonly<Record<string, PageWords>> = { en };

/** English where a language has none. */
export function pageWords(language: string): PageWords {
  return PAGE_WORDS[language] ?? en;
}
