import { enAccount } from '#site/messages/en-account.ts';
import { enChoices } from '#site/messages/en-choices.ts';
import { enContacts } from '#site/messages/en-contacts.ts';
import { enCopy } from '#site/messages/en-copy.ts';
import { enDesk } from '#site/messages/en-desk.ts';
import { enDoor } from '#site/messages/en-door.ts';
import { enEmployers } from '#site/messages/en-employers.ts';
import { enFactors } from '#site/messages/en-factors.ts';
import { enGuest } from '#site/messages/en-guest.ts';
import { enLeaving } from '#site/messages/en-leaving.ts';
import { enMailbox } from '#site/messages/en-mailbox.ts';
import { enModeration } from '#site/messages/en-moderation.ts';
import { enPages } from '#site/messages/en-pages.ts';
import { enPosts } from '#site/messages/en-posts.ts';
import { enPromises } from '#site/messages/en-promises.ts';
import { enReports } from '#site/messages/en-reports.ts';
import { enSearch } from '#site/messages/en-search.ts';
import { enSessions } from '#site/messages/en-sessions.ts';
import { enSettings } from '#site/messages/en-settings.ts';
import { enStaff } from '#site/messages/en-staff.ts';
import { enUnsubscribe } from '#site/messages/en-unsubscribe.ts';
import { enWriting } from '#site/messages/en-writing.ts';

/**
 * Everything the interface says in English. `{name}` is filled in; a message with `one` and `other` is chosen by `{count}`.
 * What begins with `search.` or `row.` is also sent to the browser, for the search that follows typing.
 */
export const en = {
  'frame.skip': 'Skip to content',
  'frame.main': 'Main',
  'frame.more': 'More',
  'frame.jobs': 'Jobs',
  'frame.api': 'API',
  'frame.feed': 'Feed of new jobs',
  'frame.places': 'Place names: {geonames}',
  'frame.home': '{board}, home',
  'frame.titled': '{title} · {board}',

  'home.title': '{board}: the job board that keeps its word',
  'home.description': 'Search open jobs by words, place and pay. No account, no cookie.',
  'home.heading': 'The job board that keeps its word.',
  'home.lede': 'Search open jobs by words, place and pay. You need no account to look, and nobody watches while you do.',
  'home.fields': 'By field of work',
  'home.pay.heading': 'Pay comes first',
  'home.pay.text':
    'What a job pays stands at the top of its ad. An ad that names no pay says so, and a search by pay counts what it left out.',
  'home.words.heading': 'It reads what you meant',
  'home.words.text':
    'A typing mistake still finds the job. Quotation marks keep words together, a minus sign leaves a word out, and “remote” is a place like any other.',
  'home.open.heading': 'Take a search with you',
  'home.open.text': 'A search is an address: keep it, send it, or follow it in a feed reader. Programs get the same answers.',

  'form.label': 'Jobs',
  'form.what': 'What',
  'form.what.hint': 'Title, skill or employer',
  'form.where': 'Where',
  'form.where.hint': 'Place or remote',
  'form.within': 'Within',
  'form.submit': 'Search',
  'form.places': 'Places',

  'job.back': 'Jobs',
  'job.back.words': 'Jobs for {words}',
  'job.back.place': 'Jobs in {place}',
  'job.back.both': 'Jobs for {words} in {place}',
  'job.description': '{title} at {employer}. {pay}',
  'job.facts': 'The facts',
  'job.pay.none': 'The employer names no pay',
  'job.pay.volunteer': 'Pays nothing: volunteer work',
  'job.pay.reason': 'Why the range is so wide:',
  'job.agreement': 'Agreement',
  'job.gig.description': '{title}, offered by {employer}. {pay}',
  'job.gig.person': 'Self-employment, offered by a person',
  'job.gig.firm': 'Self-employment, offered by a firm',
  'job.gig.area': 'Area served',
  'job.gig.available': 'Available',
  'job.gig.until': 'Offered until',
  'job.picture': 'Picture from {employer}',
  'job.verified': 'Verified: {domain}, since {month}',
  'job.verified.not': 'Not verified: this board has not checked who this is.',
  'job.employment': 'Employment',
  'job.kind': 'Kind',
  'job.field': 'Field',
  'job.place': 'Place',
  'job.places': 'Places',
  'job.working': 'Working from',
  'job.remote': 'Anywhere',
  'job.remote.partly': 'Partly remote',
  'job.remote.in': 'Anywhere in {countries}',
  'job.remote.partly.in': 'Partly remote, in {countries}',
  'job.skills': 'Skills',
  'job.posted': 'Posted',
  'job.until': 'Apply by',
  'job.leaves': 'Online until',
  'job.reference': 'Reference',
  'job.apply.at': 'Apply on {site}',
  'job.apply.leaving': 'Another site. The next page says whose.',
  'job.apply.reference': 'To apply, contact {employer} and name the reference {reference}.',
  'job.apply.employer': 'To apply, contact {employer}.',
  'job.apply.mail': '{employer} takes applications by e-mail.',
  'job.apply.message': '{employer} takes applications as a message, by a form here.',
  'job.go.at': 'Go to {site}',
  'job.reach.mail': '{employer} can be reached by e-mail.',
  'job.reach.message': '{employer} takes messages by a form here.',
  'job.reach.employer': 'Write to {employer}, or call.',
  'job.apply.website': 'Its website:',
  'job.source': 'This ad was imported from {source}.',
  'job.source.moved': {
    one: 'The list it comes from is old: its dates are moved forward by {count} day.',
    other: 'The list it comes from is old: its dates are moved forward by {count} days.',
  },
  'job.similar': 'Similar jobs',
  'job.others': 'More from {employer}',
  'job.others.all': 'All jobs from {employer}',

  'gone.stopped': 'This job is no longer open',
  'gone.expired': 'This job has closed',
  'gone.stopped.text': '“{title}” at {employer} was taken down.',
  'gone.expired.text': '“{title}” at {employer} has passed its last day.',
  'gone.deleted': 'This ad was deleted',
  'gone.deleted.text': 'Whoever wrote it has taken it off the board for good. The search shows what is open now.',
  'gone.alternatives': 'Still open',

  'employer.title': 'Jobs at {employer}',
  'employer.count': { one: '{count} open job', other: '{count} open jobs' },
  'employer.jobs': 'Open jobs',
  'employer.all': 'Search all jobs from {employer}',
  'employer.none': '{employer} has no open job at the moment.',

  'api.title': 'The board as an API',
  'api.lede': 'What these pages show, programs can read as JSON, without a key.',
  'api.description': 'The addresses, parameters and answers of the board’s interface for programs.',
  'api.openapi': 'The description as OpenAPI',
  'api.parameters': 'Parameters',
  'api.answers': 'Answers',
  'api.required': 'required',
  'api.oneOf': 'one of {values}',
  'api.feeds': 'Feeds',
  'api.feeds.text': 'Any search as a feed: put the parameters of its address behind one of these.',
  'api.feeds.all': 'Every open job in one file, as other job boards read it:',

  'problem.missing': 'There is nothing at this address',
  'problem.missing.text': 'It may have been typed wrongly, or what was here is gone.',
  'problem.broken': 'Something went wrong on our side',
  'problem.broken.text': 'It is not your doing. Try again in a moment.',
  'problem.reference': 'If you write to us about it, name this number: {reference}',
  'problem.unavailable': 'The board cannot be reached for the moment',
  'problem.many': 'That was a lot at once',
  'problem.many.text': 'More requests came from your network than a minute allows. Wait a minute, then go on.',
  'problem.search': 'Search jobs',
  'problem.home': 'To the first page',

  ...enSearch,
  ...enPromises,
  ...enReports,
  ...enChoices,
  ...enPages,
  ...enContacts,
  ...enCopy,
  ...enAccount,
  ...enFactors,
  ...enSessions,
  ...enSettings,
  ...enDesk,
  ...enDoor,
  ...enGuest,
  ...enEmployers,
  ...enPosts,
  ...enLeaving,
  ...enMailbox,
  ...enModeration,
  ...enStaff,
  ...enUnsubscribe,
  ...enWriting,
} as const satisfies Record<string, string | { readonly one: string; readonly other: string }>;
