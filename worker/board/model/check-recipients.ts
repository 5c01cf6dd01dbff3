import { z } from 'zod';
import { reviewDay } from '#worker/board/model/check-dates.ts';
import { isCountry, isHost, isHttps } from '#worker/board/model/codes.ts';
import { fields, noIdTwice, text, words } from '#worker/board/model/expect.ts';
import { isInEea } from '#worker/promises/model/countries.ts';

const WHY = 'the page of processors names it (GDPR 13(1)(e) and (f))';
const contract = text({ what: 'the name and day of the contract', why: 'nobody gets data without one (GDPR 28(3))' });

interface Surroundings {
  readonly languages: readonly string[];
  readonly today: string;
}

/** Who handles data for the board. */
export function processors({ languages, today }: Surroundings) {
  const field = (what: string, fits?: (text: string) => boolean) => text({ what, why: WHY, ...(fits === undefined ? {} : { fits }) });
  const processor = fields(
    {
      id: field('a short name such as cloudflare', (id) => /^[a-z][a-z0-9-]*$/.test(id)),
      name: field('the company’s name'),
      role: z.enum(['processor', 'controller'], { error: `must be processor or controller: ${WHY}.` }),
      does: words(languages, { what: 'what it does for the board', why: WHY }),
      country: field('a country’s code such as IE', isCountry),
      safeguard: words(languages, { what: 'what makes the transfer lawful, or null', why: WHY }).nullable(),
      contract,
      reviewed: reviewDay(today),
      hosts: z.array(field('a host such as api.example.org', isHost), { error: 'is missing: put the hosts that are called there, or [].' }),
      privacyPolicy: field('the https address of its privacy policy', isHttps),
    },
    { what: 'a processor', why: WHY },
  ).refine(({ country, safeguard }) => safeguard !== null || isInEea(country), {
    path: ['safeguard'],
    message: 'is missing: data that leaves the European Economic Area needs one (GDPR 13(1)(f)). Put the decision or the clauses there.',
  });
  return z.array(processor, { error: 'is missing: put who handles data for you there, or [].' }).superRefine(noIdTwice);
}

/** What is optional: a service that is switched on needs its contract and its review. */
export function services(today: string) {
  const why = 'visitors are asked about it by name, and its hosts enter the Content-Security-Policy';
  const account = (what: string, form: RegExp) =>
    fields(
      { id: text({ what, why, fits: (id) => form.test(id) }), contract, reviewed: reviewDay(today) },
      { what: '{ id, contract, reviewed }, or null', why },
    ).nullable();
  return fields(
    {
      counters: z.boolean({ error: 'must be true or false: whether the board counts by itself, after a yes.' }),
      googleAnalytics: account('a measurement id that begins with G-', /^G-[A-Z0-9]{4,20}$/),
      googleAds: account('an account’s id that begins with AW-', /^AW-\d{4,20}$/),
    },
    { what: 'which optional services are on', why: 'the cookie banner asks about exactly those' },
  );
}
