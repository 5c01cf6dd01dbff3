import type { LinkKind } from '#worker/kernel/actor.ts';
import { countryName } from '#worker/kernel/display-names.ts';
import { writtenAs } from '#worker/kernel/written-as.ts';
import type { Circumstances } from '#worker/mail/model/mail-facts.ts';
import { oneLine } from '#worker/mail/model/one-line.ts';
import type { Duration } from '#worker/promises/model/duration.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';
import { inLanguage, type Words } from '#worker/promises/model/words.ts';

/** What mails are written for and where their links lead. */
export interface MailSetting {
  readonly board: string;
  readonly language: string;
  /** The board's languages; the first has no segment in addresses. */
  readonly languages: readonly string[];
  readonly timeZone: string;
  /** The origin of every link, without a slash at the end. */
  readonly publicUrl: string;
}

/** How mails say things in one language. */
export interface MailVoice {
  readonly say: (words: Words, values?: Readonly<Record<string, string | number>>) => string;
  /** `22 November 2026 at 14:05 CET`: nobody has to guess whose clock is meant. */
  readonly moment: (at: number) => string;
  /** `29 November 2026` */
  readonly day: (at: number) => string;
  /** `7 days` */
  readonly period: (duration: Duration) => string;
  /** `Firefox on Windows, Sweden`; without the country where it is not known. */
  readonly where: (circumstances: Pick<Circumstances, 'browser' | 'country'>) => string;
  /** Where a link with a token leads: to a page whose button acts. */
  readonly opens: (kind: LinkKind, token: string) => string;
  /** A page of this board, by its path. */
  readonly page: (path: string) => string;
  /** An address of the interface for programs: it has no language. */
  readonly machine: (path: string) => string;
}

export function mailVoice({ board, language, languages, timeZone, publicUrl }: MailSetting): MailVoice {
  const prefix = language === languages[0] || !languages.includes(language) ? '' : `/${language}`;
  const page = (path: string) => `${publicUrl}${prefix}${path}`;
  const clock = new Intl.DateTimeFormat(writtenAs(language), { ...MOMENT, timeZone });
  const calendar = new Intl.DateTimeFormat(writtenAs(language), { ...DAY, timeZone });
  const number = new Intl.NumberFormat(language);
  const value = (given: string | number) => (typeof given === 'number' ? number.format(given) : oneLine(given));
  return {
    say: (words, values = {}) => {
      const all: Readonly<Record<string, string | number>> = { board, ...values };
      return inLanguage(words, language).replace(/\{(\w+)\}/g, (whole, name: string) => value(all[name] ?? whole));
    },
    moment: (at) => clock.format(at),
    day: (at) => calendar.format(at),
    period: (duration) => sayDuration(duration, language),
    where: ({ browser, country }) => {
      const name = country === 'unknown' ? null : countryName(country, language);
      return [oneLine(browser), ...(name === null ? [] : [oneLine(name)])].join(', ');
    },
    opens: (kind, token) => page(`/open/${kind}?token=${encodeURIComponent(token)}`),
    page,
    machine: (path) => `${publicUrl}${path}`,
  };
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const MOMENT = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
