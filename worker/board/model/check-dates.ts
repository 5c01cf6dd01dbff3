import { z } from 'zod';
import { isDay } from '#worker/board/model/codes.ts';
import { fields, list, text, words } from '#worker/board/model/expect.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { after, before } from '#worker/promises/model/duration.ts';
import { ANNOUNCED_AHEAD, REVIEWED_WITHIN } from '#worker/promises/model/numbers.ts';

const DAY = 'a day such as 2026-11-22';

/** The day on which the operator last looked at somebody who gets data: not to come, and not long past. */
export function reviewDay(today: string) {
  const oldest = utcDay(before(Date.parse(today), REVIEWED_WITHIN));
  return text({ what: DAY, why: 'the page of processors says when each was last reviewed', fits: isDay })
    .refine((day) => day <= today, `lies in the future: put the day of the last review there (today is ${today}).`)
    .refine(
      (day) => day >= oldest,
      `is more than ${REVIEWED_WITHIN.amount} months ago: review the contract and what is sent there, then put that day there.`,
    );
}

/** Every version of the policies, the oldest first. The first takes effect when it is announced; each later one gives people time. */
export function policyVersions(languages: readonly string[], today: string) {
  const why = 'every notice says which version it is and from when it holds';
  const day = text({ what: DAY, why, fits: isDay });
  const change = words(languages, { what: 'what changed, in a sentence', why: 'people are told what changed since the version before' });
  const version = fields(
    {
      version: z.int({ error: `is missing: ${why}. Number the versions 1, 2, 3.` }),
      announced: day,
      effective: day,
      changes: z.array(change, { error: 'is missing: put the changes since the version before there, none for the first.' }),
    },
    { what: 'a version', why },
  );
  return list(version, { what: 'at least the first version', why }).superRefine((versions, context) => {
    const previous = [null, ...versions];
    for (const [index, entry] of versions.entries()) {
      for (const message of inOrder(entry, { number: index + 1, before: previous[index] ?? null, today })) {
        context.addIssue({ code: 'custom', path: [index], message });
      }
    }
  });
}

interface Version {
  readonly version: number;
  readonly announced: string;
  readonly effective: string;
  readonly changes: readonly unknown[];
}

interface Place {
  readonly number: number;
  readonly before: Version | null;
  readonly today: string;
}

function inOrder({ version, announced, effective, changes }: Version, { number, before: last, today }: Place): readonly string[] {
  const numbered = version === number ? [] : [`has the number ${version}: number the versions in order, this one ${number}.`];
  if (last === null) {
    return [
      ...numbered,
      ...(announced === effective ? [] : ['is the first and takes effect the day it is announced: put the same day in both.']),
      ...(announced <= today ? [] : [`is the first and lies in the future (today is ${today}): a board has a policy from its first day.`]),
      ...(changes.length === 0 ? [] : ['is the first: nothing changed before it, so leave its changes empty.']),
    ];
  }
  const earliest = utcDay(after(Date.parse(announced), ANNOUNCED_AHEAD));
  return [
    ...numbered,
    ...(effective >= earliest
      ? []
      : [`takes effect too early: people are told ${ANNOUNCED_AHEAD.amount} days ahead, so put ${earliest} or later in effective.`]),
    ...(announced > last.announced && effective > last.effective
      ? []
      : ['is not later than the version before: announce it on a later day, let it take effect later, and put the oldest version first.']),
    ...(changes.length > 0 ? [] : ['says no changes: people are told what changed since the version before. Put them in changes.']),
  ];
}
