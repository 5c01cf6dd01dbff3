import type { Requirement } from '#tests/architecture/asvs/requirement.ts';

const WHO_MAY = 'unit/http/authorise.test.ts';
const STAFF = 'api/staff.test.ts';
const SESSIONS = 'api/sessions.test.ts';

/** Chapter 8: who may do what. */
export const AUTHORISATION: readonly Requirement[] = [
  [
    '8.1.1',
    'who may call what, and on whose data, is documented',
    'Every route states it as `x-actors` in /api/openapi.json, every page in site/lib/page-actors.ts; README says what each kind may.',
  ],
  [
    '8.1.2',
    'which fields may be read and changed is documented',
    'Every route names its fields, no others are taken, and answers are built field by field by their schemas in /api/openapi.json.',
  ],
  [
    '8.1.3',
    'what else decides, such as time or place, is documented',
    'README, “Ways in”: grave acts ask for a proof of the last minutes, staff for a second factor, and nothing depends on a place or device.',
  ],
  [
    '8.1.4',
    'how such circumstances weigh is documented',
    'Two files weigh any, worker/accounts/model/fresh-proof.ts and worker/http/authorise.ts, and say what they do.',
  ],
  ['8.2.1', 'functions are open to whom they state alone', [[WHO_MAY, 'a route answers those whom it states, and nobody else']]],
  ['8.2.2', 'data are open to whom they belong', [[SESSIONS, 'a handle of another account’s session is answered like one']]],
  [
    '8.2.3',
    'fields are open to whom they belong',
    [[STAFF, 'somebody is found by the exact address alone, with a reason, and the look is in the log']],
  ],
  ['8.2.4', 'circumstances such as an old proof count', [[STAFF, 'a look asks for a fresh proof']]],
  ['8.3.1', 'authorisation is decided by the server', [[WHO_MAY, 'a route answers those whom it states, and nobody else']]],
  [
    '8.3.2',
    'a change of rights counts at once',
    [[STAFF, 'a role needs a second factor, ends every session and is told; nobody changes their own']],
  ],
  [
    '8.3.3',
    'authorisation is by who asks, not by what stands between',
    'Pages ask the API in the same process with the cookies of whoever asks, and it authorises them again; no service has rights of its own.',
  ],
  ['8.4.1', 'tenants are kept apart', [[SESSIONS, 'a handle of another account’s session is answered like one']]],
  [
    '8.4.2',
    'administration has several layers of safety',
    [
      [STAFF, 'a look asks for a fresh proof'],
      [STAFF, 'a role needs a second factor, ends every session and is told; nobody changes their own'],
    ],
  ],
];
