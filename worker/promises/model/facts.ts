import type { Board } from '#worker/board/model/board.ts';
import { PERIOD_FACTS } from '#worker/promises/model/account-periods.ts';
import { NO_LASTS, YES_LASTS } from '#worker/promises/model/consent-periods.ts';
import { DEADLINE_FACTS } from '#worker/promises/model/deadlines.ts';
import type { Duration } from '#worker/promises/model/duration.ts';
import { lawFacts } from '#worker/promises/model/laws.ts';
import { ANNOUNCED_AHEAD, COUNTED_OVER, LEAST_SHOWN, REVIEWED_WITHIN } from '#worker/promises/model/numbers.ts';
import { SLOWED_FOR, UNFOUNDED_COUNT_FOR, UNFOUNDED_UNTIL_SLOWED } from '#worker/promises/model/report-periods.ts';
import { RETENTION, type RetentionRule } from '#worker/promises/model/retention.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** What a sentence may name between braces: a text that is the same in every language, a number, a period, a country, or words. */
export type Fact = string | number | Duration | Words | { readonly countryCode: string };

export type Facts = Readonly<Record<string, Fact>>;

/** Everything that words may name, by id. A retention rule is `keep.` and its id, a place in the law is `law.` and its own. */
export function factsOf(board: Board, rules: readonly RetentionRule[] = RETENTION): Facts {
  return {
    ...peopleFacts(board),
    ...DEADLINE_FACTS,
    ...PERIOD_FACTS,
    ...lawFacts(),
    ...Object.fromEntries(rules.map(({ id, keep }) => [`keep.${id}`, keep])),
    'consent.yes': YES_LASTS,
    'consent.no': NO_LASTS,
    'announce-ahead': ANNOUNCED_AHEAD,
    'review-within': REVIEWED_WITHIN,
    'counters.least': LEAST_SHOWN,
    'limit.exact': board.rateLimits.exactPerMinute,
    'limit.wider': board.rateLimits.widerPerMinute,
    'limit.over': COUNTED_OVER,
    'minimum-age': board.minimumAge,
    'notices.unfounded': UNFOUNDED_UNTIL_SLOWED,
    'notices.counted-for': UNFOUNDED_COUNT_FOR,
    'notices.slowed-for': SLOWED_FOR,
  };
}

function peopleFacts({ name, controller, dataProtection, contact }: Board): Facts {
  return {
    board: name,
    controller: controller.name,
    'controller-mail': controller.mail,
    'controller-post': [controller.name, ...controller.postalAddress].join(', '),
    'controller-country': { countryCode: controller.country },
    authority: controller.supervisoryAuthority.name,
    'privacy-mail': dataProtection.mail,
    'privacy-post': dataProtection.postalAddress.join(', '),
    'general-mail': contact.general,
    'security-mail': contact.security,
  };
}
