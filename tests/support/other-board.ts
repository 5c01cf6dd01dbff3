import type { Board } from '#worker/board/model/board.ts';
import { cloudflare, mailProvider, turso } from '#worker/promises/model/known-processors.ts';

/** A board of somebody else: tests name this file by `BOARD`. Nothing in it is as on the demonstration board. */
export const board: Board = {
  name: 'Norrsken Jobs',
  languages: ['en'],
  countries: ['FI', 'SE'],
  currencies: ['EUR'],
  timeZone: 'Europe/Helsinki',
  categories: [
    { id: 'care', label: { en: 'Caring for people' } },
    { id: 'education', label: { en: 'Teaching and research' } },
    { id: 'technology', label: { en: 'Software' } },
    { id: 'other', label: { en: 'Everything else' } },
  ],
  controller: {
    name: 'Norrsken Jobs Oy',
    mail: 'office@norrsken-jobs.test',
    postalAddress: ['Aurakatu 8', '20100 Turku'],
    country: 'FI',
    supervisoryAuthority: { name: 'Tietosuojavaltuutetun toimisto', website: 'https://tietosuoja.fi/' },
  },
  dataProtection: {
    title: { en: 'Data protection officer' },
    mail: 'dpo@norrsken-jobs.test',
    postalAddress: ['Norrsken Jobs Oy', 'Data protection officer', 'Aurakatu 8', '20100 Turku', 'Finland'],
  },
  contact: { general: 'office@norrsken-jobs.test', security: 'security@norrsken-jobs.test' },
  contactPoints: {
    authorities: { mail: 'authorities@norrsken-jobs.test', languages: ['fi', 'sv', 'en'] },
    people: { mail: 'office@norrsken-jobs.test', languages: ['fi', 'en'] },
  },
  jurisdictions: ['gdpr'],
  minimumAge: 15,
  dataLocations: {
    database: { country: 'SE', place: { en: 'Turso’s region in Stockholm' }, atRest: { en: 'encrypted by Turso' } },
    search: { country: 'SE', place: { en: 'in the same database' }, atRest: { en: 'encrypted by Turso' } },
    files: { country: 'FI', place: { en: 'nowhere: this board keeps no files' }, atRest: { en: 'there is nothing to encrypt' } },
    logs: { country: 'FI', place: { en: 'Cloudflare’s logs' }, atRest: { en: 'encrypted by Cloudflare' } },
  },
  processors: [
    cloudflare({ contract: 'Data Processing Addendum of 1 October 2025', reviewed: daysFromNow(-30) }),
    turso({ contract: 'Data Processing Agreement of 2 October 2025', reviewed: daysFromNow(-30), host: 'norrsken-jobs.turso.io' }),
    mailProvider({
      name: 'Postia Oy',
      country: 'FI',
      safeguard: null,
      privacyPolicy: 'https://mail.norrsken-jobs.test/privacy',
      contract: 'Data Processing Agreement of 4 October 2025',
      reviewed: daysFromNow(-30),
      host: 'smtp.norrsken-jobs.test',
    }),
  ],
  services: {
    counters: false,
    googleAnalytics: { id: 'G-NORRSKEN1', contract: 'Google Ads Data Processing Terms of 3 October 2025', reviewed: daysFromNow(-30) },
    googleAds: { id: 'AW-123456789', contract: 'Google Ads Controller-Controller Terms of 3 October 2025', reviewed: daysFromNow(-30) },
  },
  policyVersions: [
    { version: 1, announced: '2026-01-12', effective: '2026-01-12', changes: [] },
    // Far ahead, so that it is announced and no more, whenever the tests run; its words lie in `policies/2`.
    {
      version: 2,
      announced: '2026-11-20',
      effective: '2036-01-01',
      changes: [{ en: 'The data protection officer has moved to Linnakatu.' }],
    },
  ],
  dnsResolver: null,
  contactLimits: { shown: { exactPerDay: 15, widerPerDay: 45 }, messages: { exactPerDay: 5, widerPerDay: 15 } },
  rateLimits: { exactPerMinute: 200, widerPerMinute: 2000, demonstrationPerMinute: 6000 },
  moderation: { widestRange: 1.5, payFloors: [], publishFirst: { approvals: 3 } },
};

/** What is reviewed stays so, whenever the tests run. */
function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
