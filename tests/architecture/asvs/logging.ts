import type { Requirement } from '#tests/architecture/asvs/requirement.ts';

const STAFF = 'api/staff.test.ts';
const VERIFY = 'db/audit-verify.test.ts';
const LOG = 'db/audit-log.test.ts';
const ANSWER = 'unit/http/answer.test.ts';

const NO_LOG_SERVICE =
  'The platform keeps its log for seven days and out of reach of requests; what staff do lies in a chained log whose head leaves the database every day.';

/** Chapter 16: what is written down. */
export const LOGGING: readonly Requirement[] = [
  [
    '16.1.1',
    'what is logged where, and for how long, is documented',
    'In worker/promises/model/retention.ts each log has a rule, which the privacy policy prints; worker/http/log.ts holds all that the platform’s log is given.',
  ],
  ['16.2.1', 'entries say when, where, who and what', [[LOG, 'thirty acts at the same moment stand in one row']]],
  ['16.2.2', 'times are of one clock', 'All times are UTC milliseconds of the platform’s clock, which comes into everything as `now`.'],
  [
    '16.2.3',
    'logs go where they are said to go',
    'There are two sinks: the platform’s log by worker/http/log.ts, and the log of staff by worker/staff/append-audit.ts.',
  ],
  ['16.2.4', 'logs can be read together', 'The platform’s log is one JSON object a line, and the log of staff one row a line.'],
  ['16.2.5', 'what is personal or secret is not logged', [[ANSWER, 'a log line holds the pattern, code, duration and a random id']]],
  ['16.3.1', 'sign-ins are logged', [['api/activity.test.ts', 'what happened is told in plain sentences, the newest first']]],
  [
    '16.3.2',
    'refused authorisation is logged',
    'Every answer is logged with its route pattern and code: a refusal shows as 401, 403 or 404.',
  ],
  [
    '16.3.3',
    'attempts to get around controls are logged',
    'Refusals of limits, origins and bodies are answers like others, and logged with route pattern and code.',
  ],
  ['16.3.4', 'unexpected errors are logged', [[ANSWER, 'a failure is one sentence with a reference, which the log names too']]],
  ['16.4.1', 'nothing can be written into a log by others', [[LOG, 'nobody but staff can write a line']]],
  [
    '16.4.2',
    'logs cannot be changed unseen',
    [
      [VERIFY, 'a log that nobody touched is whole'],
      [VERIFY, 'whoever cuts the end off, and the counts with it, is told by the head outside the database'],
    ],
  ],
  ['16.4.3', 'logs leave for another system', NO_LOG_SERVICE],
  ['16.5.1', 'an error tells an attacker nothing', [[ANSWER, 'a failure is one sentence with a reference, which the log names too']]],
  ['16.5.2', 'the board goes on when something outside fails', [['api/outage.test.ts', 'a board that cannot reach its database says so']]],
  ['16.5.3', 'what fails fails closed', [[STAFF, 'where no line can be written, nobody is shown']]],
  ['16.5.4', 'there is a last resort for errors', [[ANSWER, 'a failure is one sentence with a reference, which the log names too']]],
];
