import { once } from '#site/lib/once.ts';
import { writtenAs } from '#worker/kernel/written-as.ts';
import type { ActivityList } from '#worker/privacy/model/activity-view.ts';

/** What happened on one day, the newest first. */
export interface ActivityDay {
  /** `22 November 2026`. */
  readonly day: string;
  readonly lines: readonly ActivityMoment[];
}

interface ActivityMoment {
  /** ISO 8601. */
  readonly at: string;
  /** `14:05 CET`: the same clock has two names in a year. */
  readonly time: string;
  readonly says: string;
}

export interface Place {
  readonly language: string;
  readonly timeZone: string;
}

/** Lines by the day on which they happened where the board is. */
export function activityDays(lines: ActivityList['lines'], { language, timeZone }: Place): readonly ActivityDay[] {
  const { day, time } = writersOf(`${language} ${timeZone}`);
  const said = lines.map(({ at, says }) => ({ day: day.format(new Date(at)), at, time: time.format(new Date(at)), says }));
  return [...Map.groupBy(said, (line) => line.day)].map(([name, moments]) => ({
    day: name,
    lines: moments.map(({ at, time: clock, says }) => ({ at, time: clock, says })),
  }));
}

const writersOf = once((key) => {
  const [language = '', timeZone = ''] = key.split(' ');
  const clock = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone } as const;
  return {
    day: new Intl.DateTimeFormat(writtenAs(language), { dateStyle: 'long', timeZone }),
    time: new Intl.DateTimeFormat(writtenAs(language), clock),
  };
});
