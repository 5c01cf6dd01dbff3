import { LAST_PAGE } from '#worker/jobs/model/job-query.ts';
import type { LinkKind } from '#worker/kernel/actor.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';

/** Every address that the site links to. Addresses begin with the interface language, except for the board's first. */
export interface Paths {
  readonly home: string;
  readonly api: string;
  readonly openApi: string;
  /** The page of promises, or one promise on it by its clause's id. */
  readonly promises: (clause?: string) => string;
  readonly privacy: string;
  readonly cookies: string;
  readonly cookieChoices: string;
  readonly california: string;
  /** "Your privacy choices" for California. */
  readonly californiaChoices: string;
  readonly terms: string;
  readonly processors: string;
  readonly accessibility: string;
  readonly contact: string;
  /** Where programs read whom to tell of a weakness. */
  readonly securityFile: string;
  readonly about: string;
  readonly seekers: string;
  readonly hiring: string;
  readonly ranking: string;
  /** A page before the account: signing up, a password forgotten. */
  readonly door: (page: DoorPage) => string;
  /** Signing in, and back to one of our own paths afterwards. */
  readonly signIn: (back?: string) => string;
  /** The second step of signing in, and back. */
  readonly secondStep: (back?: string) => string;
  /** Where a link in a mail leads, without what it carries. */
  readonly open: (kind: LinkKind) => string;
  /** The desk of whoever posts, and its pages. */
  readonly hire: (page?: string) => string;
  /** The queue of moderators, and its pages. */
  readonly moderate: (page?: string) => string;
  readonly admin: (page?: string) => string;
  /** Reporting an ad, by its id; or a page of the same name space. */
  readonly report: (jobIdOrPage: string) => string;
  /** Decisions about one's own posts. */
  readonly decision: (id?: string) => string;
  /** Writing to the contact of an ad, by its id; or a page of the same name space. */
  readonly relay: (jobIdOrPage: string) => string;
  /** The contacts of an ad, by its id, once they are asked for by its button. */
  readonly showContact: (jobId: string) => string;
  /** What machines follow and people do not see: it is linked from ads, and says nothing. */
  readonly trap: (jobId: string) => string;
  /** On the way to the outside link of an ad, by its id. */
  readonly leave: (jobId: string) => string;
  readonly transparency: string;
  /** A picture that somebody gave, by its id. */
  readonly picture: (id: string) => string;
  /** Proving again who one is, and back. */
  readonly prove: (back?: string) => string;
  /** Where a mail's link to unsubscribe leads, without what it carries. */
  readonly unsubscribe: string;
  /** What somebody has of their own: the overview, or a page below it. */
  readonly account: (page?: AccountPage) => string;
  /** One version of a policy, past or to come. */
  readonly policyVersion: (document: PolicyDocument['id'], version: number) => string;
  /** A path of this site as the policies write it, in this language. */
  readonly own: (path: string) => string;
  /** A search; its parameters in the order given. */
  readonly jobs: (search?: URLSearchParams | string) => string;
  readonly employer: (slug: string) => string;
  /** All open jobs in the format of Indeed. */
  readonly everyJob: string;
  readonly feed: (format: FeedFormat, search?: URLSearchParams | string) => string;
}

/** Pages before the account. */
export type DoorPage = 'sign-up' | 'sign-up/confirm' | 'sign-in/factor' | 'sign-in/lost-factor' | 'forgot' | 'reset' | 'sign-out';

/** Pages below `/account`. */
export type AccountPage =
  | 'profile'
  | 'address'
  | 'address/confirm'
  | 'address/undo'
  | 'password'
  | 'security'
  | 'security/app'
  | 'security/codes'
  | 'security/passkeys'
  | 'security/remove'
  | 'sessions'
  | 'mail'
  | 'activity'
  | 'privacy'
  | 'privacy/copy'
  | 'privacy/restrict'
  | 'privacy/object'
  | 'privacy/delete'
  | 'closed';

export const FEED_FORMATS = ['xml', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export function pathsOf(language: string, languages: readonly string[]): Paths {
  const prefix = language === languages[0] ? '' : `/${language}`;
  return {
    home: prefix === '' ? '/' : prefix,
    api: `${prefix}/api/docs`,
    openApi: '/api/openapi.json',
    promises: (clause) => `${prefix}/promises${clause === undefined ? '' : `#${clause}`}`,
    privacy: `${prefix}/privacy`,
    cookies: `${prefix}/cookies`,
    cookieChoices: `${prefix}/cookies/choices`,
    california: `${prefix}/california`,
    californiaChoices: `${prefix}/california/choices`,
    terms: `${prefix}/terms`,
    processors: `${prefix}/processors`,
    accessibility: `${prefix}/accessibility`,
    contact: `${prefix}/contact`,
    securityFile: '/.well-known/security.txt',
    about: `${prefix}/about`,
    seekers: `${prefix}/seekers`,
    hiring: `${prefix}/hiring`,
    ranking: `${prefix}/ranking`,
    door: (page) => `${prefix}/${page}`,
    signIn: (back) => withBack(`${prefix}/sign-in`, back),
    secondStep: (back) => withBack(`${prefix}/sign-in/factor`, back),
    open: (kind) => `${prefix}/open/${kind}`,
    hire: (page) => `${prefix}/hire${page === undefined ? '' : `/${page}`}`,
    moderate: (page) => `${prefix}/moderate${page === undefined ? '' : `/${page}`}`,
    admin: (page) => `${prefix}/admin${page === undefined ? '' : `/${page}`}`,
    report: (jobIdOrPage) => `${prefix}/report/${jobIdOrPage}`,
    decision: (id) => `${prefix}/decisions${id === undefined ? '' : `/${id}`}`,
    relay: (jobIdOrPage) => `${prefix}/relay/${jobIdOrPage}`,
    showContact: (jobId) => `${prefix}/show-contact/${jobId}`,
    trap: (jobId) => `${prefix}/contacts/${jobId}`,
    leave: (jobId) => `${prefix}/leave/${jobId}`,
    transparency: `${prefix}/transparency`,
    picture: (id) => `/pictures/${id}`,
    prove: (back) => withBack(`${prefix}/account/prove`, back),
    unsubscribe: `${prefix}/unsubscribe`,
    account: (page) => `${prefix}/account${page === undefined ? '' : `/${page}`}`,
    policyVersion: (document, version) => `${prefix}/${document}/versions/${version}`,
    own: (path) => `${prefix}${path}`,
    everyJob: '/feeds/jobs.xml',
    jobs: (search) => withSearch(`${prefix}/jobs`, search),
    employer: (slug) => `${prefix}/employers/${encodeURIComponent(slug)}`,
    feed: (format, search) => withSearch(`/jobs/feed.${format}`, search),
  };
}

/** An ad's page from its absolute address, so that links stay on this origin. */
export function ownPath(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** A search with one value of a filter taken away; it begins at its first page again. */
export function without(search: URLSearchParams, name: string, value?: string): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('page');
  if (value === undefined) next.delete(name);
  else next.delete(name, value);
  if (name === 'place') next.delete('radius');
  return next;
}

/** A search with one filter set to one value; it begins at its first page again. */
export function having(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = without(search, name === 'place' ? '' : name);
  next.set(name, value);
  return next;
}

/** Another page of the same search. */
export function onPage(search: URLSearchParams, page: number): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('page');
  if (page > 1) next.set('page', String(Math.min(page, LAST_PAGE)));
  return next;
}

function withBack(path: string, back?: string): string {
  return back === undefined ? path : `${path}?back=${encodeURIComponent(back)}`;
}

function withSearch(path: string, search: URLSearchParams | string = ''): string {
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
