import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { jobs } from '#db/schema/tables.ts';
import { DECIDED, OBJECTED, REPORTED } from '#tests/support/decided-ads.ts';
import type { Looker } from '#tests/support/lookers.ts';
import { OWNED_EMPLOYER } from '#tests/support/owned-employer.ts';
import { ASKED_AD, ASKED_CASE, POSTED_AD } from '#tests/support/posted-ads.ts';
import { WRITTEN_DRAFT } from '#tests/support/written-draft.ts';

/** An address at which the gates look: every page of `site/pages` has at least one. */
export interface PageVisit {
  readonly name: string;
  /** Below `site/pages`. */
  readonly file: string;
  /** `{ad}` and `{gone}` stand for the addresses of an ad that is open and of one that was taken down, `{draft}`, `{posted}` and `{asked}` for the ids of posts. */
  readonly path: string;
  /** By the build, once, or by the Worker, at the edge, for each visit. */
  readonly madeBy: 'build' | 'edge';
  readonly status: number;
  /** Whether search engines are meant to list it. */
  readonly isListed: boolean;
  /** Who looks: `tests/support/lookers.ts` makes somebody of that kind. */
  readonly as: Looker;
}

type Visit = Pick<PageVisit, 'name' | 'file' | 'path'>;

const built = (visit: Visit): PageVisit => ({ ...visit, madeBy: 'build', status: 200, isListed: true, as: 'visitor' });
const atEdge = (visit: Visit): PageVisit => ({ ...visit, madeBy: 'edge', status: 200, isListed: true, as: 'visitor' });
const unlisted = (visit: PageVisit): PageVisit => ({ ...visit, isListed: false });
const problem = (status: number, visit: Visit): PageVisit => ({ ...visit, madeBy: 'edge', status, isListed: false, as: 'visitor' });
const as = (who: Looker, visit: Visit): PageVisit => ({ ...visit, madeBy: 'edge', status: 200, isListed: false, as: who });

export const EVERY_PAGE: readonly PageVisit[] = [
  built({ name: 'home', file: 'index.astro', path: '/' }),
  unlisted(atEdge({ name: 'search', file: 'jobs/index.astro', path: '/jobs?q=engineer&type=full-time' })),
  atEdge({ name: 'every job', file: 'jobs/index.astro', path: '/jobs' }),
  unlisted(
    atEdge({ name: 'search with notes', file: 'jobs/index.astro', path: '/jobs?q=nurze&salary=50000&posted=never&page=40&sort=salary' }),
  ),
  unlisted(atEdge({ name: 'search without results', file: 'jobs/index.astro', path: '/jobs?q=xyzzyxyzzy&place=Bronx&type=full-time' })),
  atEdge({ name: 'ad', file: 'jobs/[job].astro', path: '{ad}' }),
  problem(410, { name: 'gone ad', file: 'jobs/[job].astro', path: '{gone}' }),
  atEdge({ name: 'employer', file: 'employers/[slug].astro', path: '/employers/pelham-gate-health' }),
  atEdge({ name: 'interface for programs', file: 'api/docs.astro', path: '/api/docs' }),
  atEdge({ name: 'promises', file: 'promises.astro', path: '/promises' }),
  atEdge({ name: 'cookie choices', file: 'cookies/choices.astro', path: '/cookies/choices' }),
  atEdge({ name: 'choices for California', file: 'california/choices.astro', path: '/california/choices' }),
  built({ name: 'privacy policy', file: 'privacy.astro', path: '/privacy' }),
  built({ name: 'cookie policy', file: 'cookies/index.astro', path: '/cookies' }),
  built({ name: 'terms', file: 'terms.astro', path: '/terms' }),
  built({ name: 'notice for California', file: 'california/index.astro', path: '/california' }),
  built({ name: 'processors', file: 'processors.astro', path: '/processors' }),
  unlisted(built({ name: 'version of the privacy policy', file: 'privacy/versions/[version].astro', path: '/privacy/versions/1' })),
  unlisted(built({ name: 'version of the cookie policy', file: 'cookies/versions/[version].astro', path: '/cookies/versions/1' })),
  unlisted(built({ name: 'version of the terms', file: 'terms/versions/[version].astro', path: '/terms/versions/1' })),
  unlisted(
    built({ name: 'version of the notice for California', file: 'california/versions/[version].astro', path: '/california/versions/1' }),
  ),
  built({ name: 'about', file: 'about.astro', path: '/about' }),
  built({ name: 'looking for work', file: 'seekers.astro', path: '/seekers' }),
  built({ name: 'for employers', file: 'hiring.astro', path: '/hiring' }),
  built({ name: 'ranking', file: 'ranking.astro', path: '/ranking' }),
  built({ name: 'accessibility', file: 'accessibility.astro', path: '/accessibility' }),
  built({ name: 'contact', file: 'contact.astro', path: '/contact' }),
  unlisted(atEdge({ name: 'sign up', file: 'sign-up/index.astro', path: '/sign-up' })),
  unlisted(atEdge({ name: 'signed up', file: 'sign-up/index.astro', path: '/sign-up?sent' })),
  as('confirm-sign-up', { name: 'confirm a sign-up', file: 'sign-up/confirm.astro', path: '/sign-up/confirm' }),
  unlisted(atEdge({ name: 'sign in', file: 'sign-in/index.astro', path: '/sign-in?back=/account/password' })),
  unlisted(atEdge({ name: 'password forgotten', file: 'forgot.astro', path: '/forgot' })),
  unlisted(atEdge({ name: 'mail to set a password asked', file: 'forgot.astro', path: '/forgot?sent' })),
  as('reset-password', { name: 'set a new password', file: 'reset.astro', path: '/reset' }),
  problem(404, { name: 'set a new password without a link', file: 'reset.astro', path: '/reset' }),
  unlisted(atEdge({ name: 'link of a mail', file: 'open/[kind].astro', path: '/open/confirm-sign-up?token=x' })),
  unlisted(atEdge({ name: 'end a kind of mail', file: 'unsubscribe.astro', path: '/unsubscribe?token=x' })),
  unlisted(atEdge({ name: 'a kind of mail ended', file: 'unsubscribe.astro', path: '/unsubscribe?done=newsletter' })),
  unlisted(atEdge({ name: 'link to end a kind of mail without its token', file: 'unsubscribe.astro', path: '/unsubscribe' })),
  as('seeker', { name: 'change the password', file: 'account/password.astro', path: '/account/password' }),
  as('seeker', { name: 'account', file: 'account/index.astro', path: '/account' }),
  as('seeker', { name: 'privacy in the account', file: 'account/privacy/index.astro', path: '/account/privacy' }),
  as('seeker', { name: 'profile', file: 'account/profile.astro', path: '/account/profile' }),
  as('seeker', { name: 'address', file: 'account/address/index.astro', path: '/account/address' }),
  as('confirm-address', { name: 'new address', file: 'account/address/confirm.astro', path: '/account/address/confirm' }),
  as('undo-address', { name: 'old address', file: 'account/address/undo.astro', path: '/account/address/undo' }),
  as('seeker', { name: 'mails', file: 'account/mail.astro', path: '/account/mail' }),
  as('seeker', { name: 'sessions', file: 'account/sessions.astro', path: '/account/sessions' }),
  as('seeker', { name: 'proving again', file: 'account/prove.astro', path: '/account/prove?back=/account/address' }),
  as('seeker', { name: 'security', file: 'account/security/index.astro', path: '/account/security' }),
  as('with-factors', { name: 'security with factors', file: 'account/security/index.astro', path: '/account/security' }),
  as('seeker', { name: 'adding an app', file: 'account/security/app.astro', path: '/account/security/app' }),
  as('with-factors', { name: 'recovery codes', file: 'account/security/codes.astro', path: '/account/security/codes' }),
  as('with-factors', { name: 'passkeys', file: 'account/security/passkeys.astro', path: '/account/security/passkeys' }),
  as('with-factors', { name: 'removing the app', file: 'account/security/remove.astro', path: '/account/security/remove?factor=app' }),
  as('half-way', { name: 'second step', file: 'sign-in/factor.astro', path: '/sign-in/factor?back=/account/mail' }),
  problem(401, { name: 'second step without a first', file: 'sign-in/factor.astro', path: '/sign-in/factor' }),
  as('half-way', { name: 'lost factor', file: 'sign-in/lost-factor.astro', path: '/sign-in/lost-factor' }),
  as('lost-factor', { name: 'lost factor by a link', file: 'sign-in/lost-factor.astro', path: '/sign-in/lost-factor' }),
  as('seeker', { name: 'signing out', file: 'sign-out.astro', path: '/sign-out' }),
  as('visitor', { name: 'signed out', file: 'sign-out.astro', path: '/sign-out' }),
  as('seeker', { name: 'activity', file: 'account/activity.astro', path: '/account/activity' }),
  as('seeker', { name: 'copy of one’s data', file: 'account/privacy/copy.astro', path: '/account/privacy/copy' }),
  as('seeker', { name: 'deleting one’s account', file: 'account/privacy/delete.astro', path: '/account/privacy/delete' }),
  as('seeker', { name: 'freezing one’s account', file: 'account/privacy/restrict.astro', path: '/account/privacy/restrict' }),
  as('seeker', { name: 'objecting', file: 'account/privacy/object.astro', path: '/account/privacy/object' }),
  unlisted(atEdge({ name: 'deleted account', file: 'account/closed.astro', path: '/account/closed' })),
  unlisted(atEdge({ name: 'desk of nobody', file: 'hire/index.astro', path: '/hire' })),
  as('employer', { name: 'empty desk', file: 'hire/index.astro', path: '/hire' }),
  as('poster', { name: 'desk', file: 'hire/index.astro', path: '/hire' }),
  as('poster', { name: 'post at the desk', file: 'hire/posts/[id]/index.astro', path: '/hire/posts/{posted}' }),
  as('poster', { name: 'post to be deleted', file: 'hire/posts/[id]/index.astro', path: '/hire/posts/{posted}?delete' }),
  as('poster', { name: 'question about a post', file: 'hire/posts/[id]/index.astro', path: '/hire/posts/{asked}' }),
  problem(404, { name: 'somebody else’s post', file: 'hire/posts/[id]/index.astro', path: '/hire/posts/{posted}' }),
  as('poster', { name: 'employers one works for', file: 'hire/employers/index.astro', path: '/hire/employers' }),
  as('employer', { name: 'no employer yet', file: 'hire/employers/index.astro', path: '/hire/employers' }),
  as('employer', { name: 'new employer', file: 'hire/employers/new.astro', path: '/hire/employers/new' }),
  as('owner', { name: 'employer at the desk', file: 'hire/employers/[id]/index.astro', path: `/hire/employers/${OWNED_EMPLOYER}` }),
  {
    ...as('employer', {
      name: 'somebody else’s employer',
      file: 'hire/employers/[id]/index.astro',
      path: `/hire/employers/${OWNED_EMPLOYER}`,
    }),
    status: 404,
  },
  as('owner', {
    name: 'page of an employer',
    file: 'hire/employers/[id]/profile.astro',
    path: `/hire/employers/${OWNED_EMPLOYER}/profile`,
  }),
  as('owner', { name: 'logo of an employer', file: 'hire/employers/[id]/logo.astro', path: `/hire/employers/${OWNED_EMPLOYER}/logo` }),
  as('owner', {
    name: 'people of an employer',
    file: 'hire/employers/[id]/members.astro',
    path: `/hire/employers/${OWNED_EMPLOYER}/members`,
  }),
  as('owner', {
    name: 'domain of an employer',
    file: 'hire/employers/[id]/verify.astro',
    path: `/hire/employers/${OWNED_EMPLOYER}/verify`,
  }),
  as('employer', { name: 'claiming an employer', file: 'hire/claim/[slug].astro', path: '/hire/claim/pelham-gate-health' }),
  as('join-employer', { name: 'invitation', file: 'hire/join.astro', path: '/hire/join' }),
  problem(404, { name: 'invitation without a link', file: 'hire/join.astro', path: '/hire/join' }),
  as('prove-domain', { name: 'confirming a domain', file: 'hire/prove.astro', path: '/hire/prove' }),
  problem(404, { name: 'confirming a domain without a link', file: 'hire/prove.astro', path: '/hire/prove' }),
  as('manage-post', { name: 'ad of a guest', file: 'hire/guest/index.astro', path: '/hire/guest' }),
  problem(404, { name: 'ad of a guest without a link', file: 'hire/guest/index.astro', path: '/hire/guest' }),
  unlisted(atEdge({ name: 'deleted ad of a guest', file: 'hire/guest/index.astro', path: '/hire/guest?gone' })),
  as('confirm-post', { name: 'confirming an ad', file: 'hire/guest/confirm.astro', path: '/hire/guest/confirm' }),
  problem(404, { name: 'confirming an ad without a link', file: 'hire/guest/confirm.astro', path: '/hire/guest/confirm' }),
  unlisted(atEdge({ name: 'ad that was not mine', file: 'hire/guest/confirm.astro', path: '/hire/guest/confirm?refused' })),
  as('writer', { name: 'address for an ad', file: 'hire/guest/address.astro', path: '/hire/guest/address' }),
  unlisted(atEdge({ name: 'address without an ad', file: 'hire/guest/address.astro', path: '/hire/guest/address' })),
  unlisted(atEdge({ name: 'address given', file: 'hire/guest/address.astro', path: '/hire/guest/address?sent' })),
  unlisted(atEdge({ name: 'lost link', file: 'hire/guest/lost.astro', path: '/hire/guest/lost' })),
  unlisted(atEdge({ name: 'lost link asked', file: 'hire/guest/lost.astro', path: '/hire/guest/lost?sent' })),
  unlisted(atEdge({ name: 'new ad', file: 'hire/new.astro', path: '/hire/new' })),
  as('employer', { name: 'new ad of a member', file: 'hire/new.astro', path: '/hire/new?kind=gig' }),
  as('writer', { name: 'writing: the work', file: 'hire/posts/[id]/edit.astro', path: '/hire/posts/{draft}/edit' }),
  as('writer', { name: 'writing: places', file: 'hire/posts/[id]/edit.astro', path: '/hire/posts/{draft}/edit?part=where' }),
  as('writer', { name: 'writing: pay', file: 'hire/posts/[id]/edit.astro', path: '/hire/posts/{draft}/edit?part=pay&check' }),
  as('writer', { name: 'writing: ways to apply', file: 'hire/posts/[id]/edit.astro', path: '/hire/posts/{draft}/edit?part=apply' }),
  as('writer', { name: 'picture of a post', file: 'hire/posts/[id]/picture.astro', path: '/hire/posts/{draft}/picture' }),
  as('writer', { name: 'looking before sending', file: 'hire/posts/[id]/preview.astro', path: '/hire/posts/{draft}/preview' }),
  problem(404, { name: 'somebody else’s draft', file: 'hire/posts/[id]/edit.astro', path: '/hire/posts/{draft}/edit' }),
  unlisted(atEdge({ name: 'contact of an ad', file: 'show-contact/[id].astro', path: '/show-contact/{contact}' })),
  problem(404, { name: 'contact of no ad', file: 'show-contact/[id].astro', path: '/show-contact/x' }),
  unlisted(atEdge({ name: 'trap for machines', file: 'contacts/[id].astro', path: '/contacts/{contact}' })),
  unlisted(atEdge({ name: 'way to another site', file: 'leave/[id].astro', path: '/leave/{outside}' })),
  unlisted(atEdge({ name: 'message to a contact', file: 'relay/[id].astro', path: '/relay/{contact}' })),
  as('seeker', { name: 'message of a member', file: 'relay/[id].astro', path: '/relay/{contact}' }),
  unlisted(atEdge({ name: 'message to be confirmed', file: 'relay/[id].astro', path: '/relay/{contact}?confirm' })),
  as('confirm-relay', { name: 'confirming a message', file: 'relay/confirm.astro', path: '/relay/confirm' }),
  problem(404, { name: 'confirming a message without a link', file: 'relay/confirm.astro', path: '/relay/confirm' }),
  unlisted(atEdge({ name: 'message sent', file: 'relay/confirm.astro', path: '/relay/confirm?done=confirm' })),
  as('moderator', { name: 'what waits', file: 'moderate/index.astro', path: '/moderate' }),
  as('moderator', { name: 'what waits, after a decision', file: 'moderate/index.astro', path: '/moderate?kind=appeal&done=approved' }),
  as('moderator', { name: 'case', file: 'moderate/cases/[id].astro', path: '/moderate/cases/{case}' }),
  as('administrator', { name: 'administration', file: 'admin/index.astro', path: '/admin' }),
  as('administrator', { name: 'people, for administrators', file: 'admin/people.astro', path: '/admin/people' }),
  as('administrator', { name: 'employers, for administrators', file: 'admin/employers.astro', path: '/admin/employers?q=pelham' }),
  as('administrator', { name: 'imports, for administrators', file: 'admin/imports.astro', path: '/admin/imports' }),
  as('administrator', { name: 'tasks, for administrators', file: 'admin/tasks.astro', path: '/admin/tasks' }),
  as('administrator', { name: 'mail, for administrators', file: 'admin/mail.astro', path: '/admin/mail' }),
  as('administrator', { name: 'search engines, for administrators', file: 'admin/search.astro', path: '/admin/search' }),
  as('administrator', { name: 'promises, for administrators', file: 'admin/promises.astro', path: '/admin/promises' }),
  as('administrator', { name: 'disclosures, for administrators', file: 'admin/disclosures.astro', path: '/admin/disclosures' }),
  as('administrator', { name: 'log of staff, for administrators', file: 'admin/audit.astro', path: '/admin/audit' }),
  atEdge({ name: 'decisions in numbers', file: 'transparency.astro', path: '/transparency' }),
  unlisted(atEdge({ name: 'reporting an ad', file: 'report/[id].astro', path: '/report/{contact}' })),
  unlisted(atEdge({ name: 'report sent', file: 'report/[id].astro', path: '/report/{contact}?sent' })),
  problem(404, { name: 'reporting no ad', file: 'report/[id].astro', path: '/report/x' }),
  as('notice', { name: 'receipt of a report', file: 'report/receipt.astro', path: '/report/receipt' }),
  unlisted(atEdge({ name: 'report without its person', file: 'report/receipt.astro', path: '/report/receipt?erased' })),
  as('employer', { name: 'no decisions', file: 'decisions/index.astro', path: '/decisions' }),
  as('decision', { name: 'decision by a link', file: 'decisions/[id].astro', path: `/decisions/${DECIDED}` }),
  as('moderator', { name: 'statements of reasons', file: 'moderate/statements.astro', path: '/moderate/statements' }),
  as('moderator', { name: 'ad, for moderators', file: 'moderate/ads/[id].astro', path: '/moderate/ads/{contact}' }),
  as('moderator', { name: 'report, for moderators', file: 'moderate/notices/[id].astro', path: `/moderate/notices/${REPORTED}` }),
  as('moderator', { name: 'objection, for moderators', file: 'moderate/appeals/[id].astro', path: `/moderate/appeals/${OBJECTED}` }),
  problem(404, { name: 'not found', file: '404.astro', path: '/nowhere' }),
  unlisted(built({ name: 'too many', file: '429.astro', path: '/429' })),
  problem(404, { name: 'error page where nothing failed', file: '500.astro', path: '/500' }),
];

/** Where each visit leads on a board that holds the demonstration's ads; takes one of them down. */
export async function addressBook(db: Database): Promise<(visit: PageVisit) => string> {
  const ad = await adPath(db, 'Registered nurse, walk-in clinic');
  const gone = await adPath(db, 'Platform engineer');
  await db.update(jobs).set({ status: 'stopped', stoppedAt: Date.now() }).where(eq(jobs.title, 'Platform engineer'));
  const [contact, outside] = [await idOf(db, 'Night baker'), await idOf(db, 'Deck officer, electric ferries')];
  return ({ path }) =>
    path
      .replace('{ad}', ad)
      .replace('{gone}', gone)
      .replace('{draft}', WRITTEN_DRAFT)
      .replace('{posted}', POSTED_AD)
      .replace('{asked}', ASKED_AD)
      .replace('{case}', ASKED_CASE)
      .replace('{contact}', contact)
      .replace('{outside}', outside);
}

async function adPath(db: Database, title: string): Promise<string> {
  const [job] = await db.select().from(jobs).where(eq(jobs.title, title));
  if (job === undefined) throw new Error(`The demonstration has no ad called ${title}.`);
  return `/jobs/${job.slug}-${job.id}`;
}

async function idOf(db: Database, title: string): Promise<string> {
  return (await adPath(db, title)).slice(-20);
}
