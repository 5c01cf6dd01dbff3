import type { Clause } from '#worker/promises/model/clause.ts';

export const JOBS: readonly Clause[] = [
  {
    id: 'import-provenance',
    origins: ['PRO-02', 'NET-30'],
    topic: 'jobs',
    state: 'kept',
    words: { en: 'An imported ad names its source on its page. The day on which the source last carried it is kept with it.' },
    enforcedBy: ['db/import/import-job.ts', 'site/components/AdSource.astro'],
  },
  {
    id: 'import-source-linked',
    origins: ['PRO-02', 'NET-30'],
    topic: 'jobs',
    state: 'planned',
    words: { en: 'An imported ad links to the very page that it was taken from.' },
    enforcedBy: [],
  },
  {
    id: 'only-ads-imported',
    origins: ['EJO-25', 'NET-11'],
    topic: 'jobs',
    state: 'kept',
    words: { en: 'From other places the board takes job ads and nothing else. It makes no profile of a person.' },
    enforcedBy: ['db/import/map/find-postings.ts', 'db/schema/tables.ts'],
  },
  {
    id: 'contacts-hidden',
    origins: ['EJO-16', 'EJO-17'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'The mail addresses and phone numbers that we find in an ad are taken out of everything public and kept apart: they are in no page, no search, no feed, and in nothing that search engines read.',
    },
    enforcedBy: ['worker/jobs/model/contacts.ts', 'db/import/make-job.ts'],
  },
  {
    id: 'contacts-shown-on-asking',
    origins: ['EJO-16', 'EJO-17'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'The contact of an ad is shown when a person asks for it by a button, as text that screen readers read, and only so many a day for each network. How often is counted for whoever posted the ad, not to whom.',
    },
    enforcedBy: ['worker/relay/show-contact.ts', 'worker/relay/network-budget.ts'],
  },
  {
    id: 'limits-on-mass-reading',
    origins: ['EJO-16'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'Each network may search and read lists only so often within {limit.over}, and the answer says how often. Whoever goes beyond is told when to come back.',
    },
    enforcedBy: ['worker/http/rate-limit.ts'],
  },
  {
    id: 'limits-forget',
    origins: ['NET-09'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'What counts the requests of a network is a scrambled number that changes every day; nothing of it is written to the database.',
    },
    enforcedBy: ['worker/http/daily-key.ts', 'worker/http/rate-limit.ts'],
  },
  {
    id: 'outside-links-marked',
    origins: ['PRO-11', 'JTW-13'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'The button that leads to an employer says which site it opens. No other site is told which page of ours you come from, and a link inside an ad is https or no link at all.',
    },
    enforcedBy: ['site/components/AdApply.astro', 'worker/kernel/markdown.ts', 'worker/http/security-headers.ts'],
  },
  {
    id: 'outside-links-checked',
    origins: ['PRO-11'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'Links to other sites in ads that are written here are https only, and are looked at when an ad is submitted and every week after.',
    },
    enforcedBy: ['worker/relay/check-links.ts'],
  },
  {
    id: 'ranking-unpaid',
    origins: ['OWN'],
    topic: 'jobs',
    state: 'kept',
    words: { en: 'Nobody can pay for a place among the results: the board stores nothing by which an ad could be preferred.' },
    enforcedBy: ['search/embedded/document.ts', 'search/meilisearch/settings.ts'],
  },
  {
    id: 'three-kinds-of-posts',
    origins: ['EJO-04'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'A job and an offer of self-employed work each have a form and rules of their own, which stand beside the form.',
    },
    enforcedBy: ['worker/posts/model/post-rules.ts'],
  },
  {
    id: 'published-by-you',
    origins: ['EJO-19', 'EJO-05'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'What you write is published only after you submit it, from the day that you chose, and only as far as you chose.',
    },
    enforcedBy: ['worker/posts/submit-post.ts', 'worker/posts/model/transitions.ts'],
  },
  {
    id: 'guest-posts',
    origins: ['EJO-03', 'EJO-10'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'You can post an ad without an account, and change, stop or delete it by a secret link. You are asked for nothing that a member is not asked for.',
    },
    enforcedBy: ['worker/posts/model/author.ts', 'worker/posts/confirm-guest-post.ts'],
  },
  {
    id: 'posts-moderated',
    origins: ['EJO-07', 'EJO-08'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'A person looks at every post and every change before it is public, unless a verified employer with a good record is looked at right after. The last approved version stays up meanwhile.',
    },
    enforcedBy: ['db/repositories/post-decisions.ts', 'worker/moderation/approve-case.ts'],
  },
  {
    id: 'rejected-by-rule',
    origins: ['EJO-09'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'A rejection names its rule, and the rules stand on the form. If we edit a post, you see what was changed.',
    },
    enforcedBy: ['worker/moderation/reject-case.ts', 'worker/posts/model/post-rules.ts', 'worker/moderation/edit-case.ts'],
  },
  {
    id: 'stop-it-yourself',
    origins: ['EJO-10', 'EJO-11'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'You stop or delete your own post yourself: it is hidden at once, and its deletion cannot be refused.',
    },
    enforcedBy: ['worker/posts/model/transitions.ts', 'worker/posts/delete-post.ts'],
  },
  {
    id: 'price-before-use',
    origins: ['EJO-23'],
    topic: 'jobs',
    state: 'planned',
    words: { en: 'Whatever costs money shows its price and terms before you use it.' },
    enforcedBy: [],
  },
  {
    id: 'widget-tells-nothing',
    origins: ['JTW-06'],
    topic: 'jobs',
    state: 'planned',
    words: { en: 'Job lists of this board on other websites set no cookie and send nothing that identifies you.' },
    enforcedBy: [],
  },
  {
    id: 'dates-stay-honest',
    origins: ['OWN'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'An edit never makes an ad newer, and an ad that is put in again within {keep.post-fingerprints} keeps the day on which it was first public.',
    },
    enforcedBy: ['db/repositories/post-decisions.ts', 'worker/posts/model/transitions.ts'],
  },
  {
    id: 'pay-stated',
    origins: ['OWN'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'Whoever posts paid work here has to say what it pays. “On request” is not offered.',
    },
    enforcedBy: ['worker/posts/model/post-rules.ts'],
  },
  {
    id: 'message-by-relay',
    origins: ['EJO-16', 'EJO-17'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'You can write to the contact of an ad in a form: we hand your message on without showing you the address. It is deleted when it was handed on, and after {keep.relay-messages} at the latest.',
    },
    enforcedBy: ['worker/relay/write-message.ts', 'worker/relay/hand-on-messages.ts'],
  },
  {
    id: 'views-counted-without-you',
    origins: ['EJO-06', 'EJO-20'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'How often an ad was opened is counted at the server, for each ad and day, from nothing read off your device.',
    },
    enforcedBy: ['worker/relay/count-view.ts'],
  },
  {
    id: 'pictures-cleaned',
    origins: ['OWN'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'Pictures are rebuilt when they come in: where and with what they were taken does not leave the computer of whoever sent them any further.',
    },
    enforcedBy: ['worker/pictures/take-picture.ts'],
  },
  {
    id: 'decisions-with-reasons',
    origins: ['EJO-09', 'OWN'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'Whoever’s post is rejected, frozen, edited or removed gets the reasons in writing, the rule or law, and the ways to object.',
    },
    enforcedBy: ['worker/moderation/make-statement.ts', 'worker/moderation/model/eu-statement.ts'],
  },
  {
    id: 'objection-by-another',
    origins: ['OWN'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'You can object to a decision for {keep.case-files}, and another person than the first decides. A board with a single moderator says so.',
    },
    enforcedBy: ['worker/moderation/decide-appeal.ts'],
  },
  {
    id: 'notices-answered',
    origins: ['OWN'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'Anybody can report an ad without an account. You get a receipt, and hear what was decided and why. The author does not learn who you are.',
    },
    enforcedBy: ['worker/moderation/send-notice.ts', 'worker/moderation/tell-decided.ts'],
  },
  {
    id: 'freeze-is-short',
    origins: ['OWN'],
    topic: 'jobs',
    state: 'kept',
    words: {
      en: 'A report takes nothing down by itself. A moderator can freeze an ad for {keep.freezes} at the longest, and has to decide within that time.',
    },
    enforcedBy: ['worker/moderation/freeze-ad.ts', 'worker/moderation/lift-freezes.ts'],
  },
];
