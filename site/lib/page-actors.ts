import { ACTOR_KINDS, type ActorKind, ROLES, STAFF } from '#worker/kernel/actor.ts';

/** Who may open each page, by its pattern. What pages show and do is authorised again by the API. */

const ANYONE = ACTOR_KINDS;
/** Whoever is signed in, about themselves. */
const MEMBERS = ROLES;

/** Anybody may read these. */
const PUBLIC = [
  '/',
  '/404',
  '/429',
  '/500',
  '/about',
  '/accessibility',
  '/api/docs',
  '/california',
  '/california/choices',
  '/california/versions/[version]',
  '/contact',
  '/cookies',
  '/cookies/choices',
  '/cookies/versions/[version]',
  '/employers/[slug]',
  '/hiring',
  '/jobs',
  '/jobs/[job]',
  '/contacts/[id]',
  '/leave/[id]',
  '/relay/[id]',
  '/show-contact/[id]',
  '/privacy',
  '/privacy/versions/[version]',
  '/processors',
  '/promises',
  '/ranking',
  '/seekers',
  '/terms',
  '/terms/versions/[version]',
  '/transparency',
] as const;

/** The way in and out; what needs a link from a mail asks for it itself. */
const DOORS = [
  '/sign-up',
  '/sign-up/confirm',
  '/sign-in',
  '/sign-in/factor',
  '/sign-in/lost-factor',
  '/sign-out',
  '/forgot',
  '/reset',
  '/open/[kind]',
  '/unsubscribe',
  '/report/[id]',
  '/report/receipt',
  '/hire/guest',
  '/hire/guest/address',
  '/hire/guest/confirm',
  '/hire/guest/lost',
  '/hire/join',
  '/hire/prove',
  '/relay/confirm',
  '/account/address/confirm',
  '/account/address/undo',
  '/account/closed',
] as const;

/** Writing an ad: whose it is asks the API, which knows the drafts of a browser and a link as well. */
const WRITING = [
  '/hire',
  '/hire/new',
  '/hire/posts/[id]',
  '/hire/posts/[id]/edit',
  '/hire/posts/[id]/picture',
  '/hire/posts/[id]/preview',
] as const;

/** About oneself, signed in or by the link of a mail. */
const DECISIONS = ['/decisions', '/decisions/[id]'] as const;

/** One's own pages, and only one's own. */
const OWN = [
  '/account',
  '/account/activity',
  '/account/address',
  '/account/mail',
  '/account/password',
  '/account/privacy',
  '/account/privacy/copy',
  '/account/privacy/delete',
  '/account/privacy/object',
  '/account/privacy/restrict',
  '/account/profile',
  '/account/prove',
  '/account/security',
  '/account/security/app',
  '/account/security/codes',
  '/account/security/passkeys',
  '/account/security/remove',
  '/account/sessions',
] as const;

/** Of whoever works for an employer. */
const EMPLOYERS = [
  '/hire/employers',
  '/hire/employers/new',
  '/hire/employers/[id]',
  '/hire/employers/[id]/profile',
  '/hire/employers/[id]/logo',
  '/hire/employers/[id]/members',
  '/hire/employers/[id]/verify',
  '/hire/claim/[slug]',
] as const;

/** Of whoever decides for the board. */
const MODERATION = [
  '/moderate',
  '/moderate/cases/[id]',
  '/moderate/ads/[id]',
  '/moderate/notices/[id]',
  '/moderate/appeals/[id]',
  '/moderate/statements',
] as const;

/** Of whoever runs the board. */
const ADMINISTRATION = [
  '/admin',
  '/admin/audit',
  '/admin/disclosures',
  '/admin/employers',
  '/admin/imports',
  '/admin/mail',
  '/admin/people',
  '/admin/promises',
  '/admin/search',
  '/admin/tasks',
] as const;

/** Of a demonstration alone. */
const DEMONSTRATION = __DEMONSTRATION__ ? ['/dev/mailbox', '/dev/mailbox/[id]', '/dev/persona'] : [];

const all = (patterns: readonly string[], kinds: readonly ActorKind[]) => patterns.map((pattern) => [pattern, kinds] as const);

export const PAGE_ACTORS: ReadonlyMap<string, readonly ActorKind[]> = new Map([
  ...all([...PUBLIC, ...DOORS, ...WRITING, ...DEMONSTRATION], ANYONE),
  ...all(DECISIONS, ['guest', ...MEMBERS]),
  ...all(OWN, MEMBERS),
  ...all(MODERATION, STAFF),
  ...all(ADMINISTRATION, ['administrator']),
  ...all(EMPLOYERS, ['employer']),
]);
