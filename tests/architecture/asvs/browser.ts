import type { Requirement } from '#tests/architecture/asvs/requirement.ts';

const SESSIONS = 'api/sessions.test.ts';
const COOKIES = 'unit/accounts/cookie-names.test.ts';
const ANSWER = 'unit/http/answer.test.ts';

/** Chapters 3.3 to 3.5: cookies, headers, and who may send requests. */
export const BROWSER: readonly Requirement[] = [
  ['3.3.1', 'cookies are Secure', [[COOKIES, 'on https every cookie of the doors']]],
  ['3.3.2', 'cookies say SameSite', [[COOKIES, 'on https every cookie of the doors']]],
  ['3.3.3', 'cookies begin with __Host-', [[COOKIES, 'on https every cookie of the doors']]],
  ['3.3.4', 'what no script needs is HttpOnly', [[COOKIES, 'on https every cookie of the doors']]],
  ['3.3.5', 'cookies fit', [[COOKIES, 'no cookie of the doors is longer']]],
  ['3.4.1', 'HSTS for a year and more, sub-domains too', [[ANSWER, 'HSTS is promised only where there is https']]],
  [
    '3.4.2',
    'only what is public is shared with other origins',
    [['api/consent.test.ts', 'what is somebody’s own is kept by nobody and read by no other site']],
  ],
  [
    '3.4.3',
    'a Content-Security-Policy on every answer',
    [
      [ANSWER, 'every answer carries every security header'],
      [ANSWER, 'the policy for scripts and styles has no unsafe word'],
    ],
  ],
  ['3.4.4', 'nosniff on every answer', [[ANSWER, 'every answer carries every security header']]],
  ['3.4.5', 'a Referrer-Policy', [['unit/http/privacy-headers.test.ts', 'no other site is told which page a visitor comes from']]],
  ['3.4.6', 'nobody frames our pages', [[ANSWER, 'every answer carries every security header']]],
  [
    '3.4.7',
    'violations are reported somewhere',
    'No: a report tells which page somebody was on. The tests look for violations on every page instead.',
  ],
  ['3.4.8', 'Cross-Origin-Opener-Policy on pages', [[ANSWER, 'every answer carries every security header']]],
  [
    '3.5.1',
    'forged requests are refused',
    [
      [ANSWER, 'a request that acts must come from a page of this board'],
      [SESSIONS, 'another site cannot sign anybody out'],
    ],
  ],
  ['3.5.2', 'a preflight cannot be got round', [['api/consent.test.ts', 'a body that is sent as another type is refused']]],
  [
    '3.5.3',
    'reading changes nothing',
    [
      [SESSIONS, 'the page for signing out does so by its button alone'],
      [ANSWER, 'a page can only be read'],
    ],
  ],
  ['3.5.4', 'other applications have other hosts', 'A board is alone on its host; `__Host-` keeps others from its cookies.'],
  ['3.5.5', 'messages between windows are checked', 'No page listens to postMessage.'],
  ['3.5.6', 'no JSONP', 'No route wraps its answer in a function.'],
  [
    '3.5.7',
    'nothing of somebody’s own in scripts',
    [['api/every-page-html.test.ts', 'no page runs a script or takes a style from inside itself']],
  ],
  ['3.5.8', 'own resources are loaded by our pages alone', [[ANSWER, 'every answer carries every security header']]],
];
