import { z } from 'zod';
import { isCountry, isCurrency } from '#worker/board/model/codes.ts';
import { fields, text, whole } from '#worker/board/model/expect.ts';
import { SALARY_PERIODS } from '#worker/kernel/money.ts';

/** What the board looks at before it publishes. */
export function moderation() {
  return fields(
    { widestRange: widestRange(), payFloors: payFloors(), publishFirst: publishFirst() },
    { what: '{ widestRange, payFloors, publishFirst }', why: 'posts are checked by it' },
  );
}

function widestRange() {
  const message = 'must be a number from 1 to 10: a pay range whose top is more times its bottom needs a reason. 2 is usual.';
  return z.number({ error: message }).min(1, message).max(10, message);
}

function payFloors() {
  const why = 'pay below it is shown to a moderator';
  const floor = fields(
    {
      country: text({ what: 'a country’s code such as SE', why, fits: isCountry }),
      currency: text({ what: 'a currency’s code such as EUR', why, fits: isCurrency }),
      amount: whole({ least: 1, most: 1_000_000_000 }, why),
      period: z.enum(SALARY_PERIODS, { error: `must be one of ${SALARY_PERIODS.join(', ')}: ${why}.` }),
    },
    { what: '{ country, currency, amount, period }', why },
  );
  return z.array(floor, { error: `is missing: ${why}. Put a list there, [] for none.` });
}

function publishFirst() {
  const why = 'so many approved posts of a verified employer let its next one be published before somebody looks';
  const approvals = fields({ approvals: whole({ least: 1, most: 1000 }, why) }, { what: '{ approvals }', why });
  return approvals.nullable();
}
