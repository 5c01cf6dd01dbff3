import { z } from 'zod';
import { isCountry, isCurrency, isLanguage, isTimeZone } from '#worker/board/model/codes.ts';
import { fields, list, noIdTwice, text, whole } from '#worker/board/model/expect.ts';
import { INTERFACE_LANGUAGES } from '#worker/board/model/interface-languages.ts';

/** What the board offers, and where. */
export function offer(languages: readonly string[]) {
  return {
    name: text({ what: 'the board’s name', why: 'every page bears it' }),
    languages: interfaceLanguages(),
    countries: list(text({ what: 'a country’s code such as SE', why: 'places are looked for there first', fits: isCountry }), {
      what: 'at least one country’s code',
      why: 'places are looked for there first',
    }),
    currencies: list(text({ what: 'a currency’s code such as EUR', why: 'pay is offered in it', fits: isCurrency }), {
      what: 'at least one currency’s code',
      why: 'pay is offered in it',
    }),
    timeZone: text({ what: 'a time zone’s name such as Europe/Stockholm', why: 'its midnight begins the day', fits: isTimeZone }),
    categories: categories(languages),
    rateLimits: rateLimits(),
    contactLimits: contactLimits(),
  };
}

function interfaceLanguages() {
  const why = 'pages are written in it';
  const known: readonly string[] = INTERFACE_LANGUAGES;
  const language = text({ what: 'a language’s code such as en', why, fits: isLanguage }).refine(
    (code) => known.includes(code),
    `has no catalogue in site/messages: only ${known.join(', ')} ${known.length === 1 ? 'is' : 'are'} there. Write one, or remove the language.`,
  );
  return list(language, { what: 'at least one language', why });
}

function categories(languages: readonly string[]) {
  const why = 'an ad is in one of them';
  const label = Object.fromEntries(
    languages.map((language) => [language, text({ what: `its name in ${language}`, why: 'searches show it' })]),
  );
  const category = fields(
    {
      id: text({ what: 'a short name such as health', why: 'addresses hold it', fits: (id) => /^[a-z][a-z0-9-]*$/.test(id) }),
      label: z.looseObject(label, { error: 'is missing: searches show it. Put its name in each language there.' }),
    },
    { what: '{ id, label }', why },
  );
  return list(category, { what: 'at least the category other', why }).superRefine((all, context) => {
    noIdTwice(all, context);
    if (all.at(-1)?.id !== 'other') {
      context.addIssue({ code: 'custom', message: 'do not end with other: what fits nowhere else goes there. Put it last.' });
    }
  });
}

function rateLimits() {
  const why = 'it is what a network may ask within a minute';
  const limit = whole({ least: 1, most: 1_000_000 }, why);
  return fields({ exactPerMinute: limit, widerPerMinute: limit, demonstrationPerMinute: limit }, { what: 'the three limits', why }).refine(
    ({ exactPerMinute, widerPerMinute }) => widerPerMinute >= exactPerMinute,
    { path: ['widerPerMinute'], message: 'is below exactPerMinute: a wider network holds the exact one. Put at least as much there.' },
  );
}

function contactLimits() {
  const what = '{ exactPerDay, widerPerDay }';
  return fields(
    {
      shown: perDay({ what, why: 'it is how many contacts of ads a network is shown in a day' }),
      messages: perDay({ what, why: 'it is how many messages to contacts of ads a network may write in a day' }),
    },
    { what: '{ shown, messages }', why: 'nobody is to copy all contacts, or to write to all of them' },
  );
}

function perDay({ what, why }: { readonly what: string; readonly why: string }) {
  const limit = whole({ least: 1, most: 10_000 }, why);
  return fields({ exactPerDay: limit, widerPerDay: limit }, { what, why }).refine(
    ({ exactPerDay, widerPerDay }) => widerPerDay >= exactPerDay,
    { path: ['widerPerDay'], message: 'is below exactPerDay: a wider network holds the exact one. Put at least as much there.' },
  );
}
