import type { Board } from '#worker/board/model/board.ts';
import { type Duration, months } from '#worker/promises/model/duration.ts';
import type { Processor } from '#worker/promises/model/processor.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** The two kinds of what nobody needs to use the board; off until somebody says yes. */
export const OPTIONAL_CATEGORIES = ['analytics', 'marketing'] as const;
export type OptionalCategory = (typeof OPTIONAL_CATEGORIES)[number];

/** A cookie or storage key. */
export interface DeviceEntry {
  readonly name: string;
  readonly kind: 'cookie' | 'local-storage' | 'session-storage';
  readonly purpose: Words;
  /** Null: until the browser is closed. */
  readonly lasts: Duration | null;
  /** The board, or the processor's name. */
  readonly setBy: string;
}

/** Where pages may load from and send to once a service is configured; each becomes part of the Content-Security-Policy. */
export interface ServiceHosts {
  readonly script: readonly string[];
  readonly connect: readonly string[];
  readonly image: readonly string[];
  readonly frame: readonly string[];
}

/** Something optional that runs only after its own yes. */
export interface Service {
  readonly id: string;
  /** Raised when its purpose, recipients or data change: then everybody is asked about it anew. */
  readonly revision: number;
  readonly name: string;
  readonly category: OptionalCategory;
  readonly does: Words;
  /** Somebody else gets data that California's law calls sold or shared: Global Privacy Control refuses it. */
  readonly shares: boolean;
  readonly sets: readonly DeviceEntry[];
  /** Null: the board itself. */
  readonly recipient: Processor | null;
  readonly hosts: ServiceHosts;
  /** What its loader needs, such as a measurement id. */
  readonly settings: Readonly<Record<string, string>>;
}

const NO_HOSTS: ServiceHosts = { script: [], connect: [], image: [], frame: [] };

/** The optional services that this board has switched on, in the order in which they are asked about. */
export function servicesOf({ services }: Board): readonly Service[] {
  return [
    ...(services.counters ? [COUNTERS] : []),
    ...(services.googleAnalytics === null ? [] : [googleAnalytics(services.googleAnalytics)]),
    ...(services.googleAds === null ? [] : [googleAds(services.googleAds)]),
  ];
}

const COUNTERS: Service = {
  id: 'counters',
  revision: 1,
  name: 'Our own counters',
  category: 'analytics',
  does: { en: 'Adds one to the day’s total of the kind of page that you open. No cookie, no number for you, nobody else.' },
  shares: false,
  sets: [],
  recipient: null,
  hosts: NO_HOSTS,
  settings: {},
};

interface GoogleAccount {
  readonly id: string;
  readonly contract: string;
  readonly reviewed: string;
}

const GOOGLE = {
  name: 'Google Ireland Limited',
  country: 'IE',
  safeguard: { en: 'EU–US Data Privacy Framework and standard contractual clauses for what Google LLC handles in the United States' },
  privacyPolicy: 'https://policies.google.com/privacy',
} as const;

const ANALYTICS_HOSTS: ServiceHosts = {
  script: ['https://www.googletagmanager.com'],
  connect: ['https://*.google-analytics.com', 'https://*.analytics.google.com', 'https://www.googletagmanager.com'],
  image: ['https://*.google-analytics.com', 'https://www.googletagmanager.com'],
  frame: [],
};

const ADS_HOSTS: ServiceHosts = {
  script: ['https://www.googletagmanager.com', 'https://www.googleadservices.com', 'https://googleads.g.doubleclick.net'],
  connect: [
    'https://www.googletagmanager.com',
    'https://www.googleadservices.com',
    'https://googleads.g.doubleclick.net',
    'https://www.google.com',
  ],
  image: [
    'https://www.googletagmanager.com',
    'https://www.googleadservices.com',
    'https://googleads.g.doubleclick.net',
    'https://www.google.com',
  ],
  frame: ['https://td.doubleclick.net', 'https://www.googletagmanager.com'],
};

function googleAnalytics({ id, contract, reviewed }: GoogleAccount): Service {
  const account = id.replace(/^G-/, '');
  const cookie = (name: string, purpose: Words): DeviceEntry => ({ name, kind: 'cookie', purpose, lasts: months(24), setBy: GOOGLE.name });
  return {
    id: 'google-analytics',
    revision: 1,
    name: 'Google Analytics',
    category: 'analytics',
    does: {
      en: 'Tells the operator which kinds of pages are used, and how. Google gets a random number for your browser and your network address.',
    },
    shares: false,
    sets: [cookie('_ga', { en: 'Tells one browser from another' }), cookie(`_ga_${account}`, { en: 'Keeps the state of one visit' })],
    recipient: {
      ...GOOGLE,
      id: 'google-analytics',
      role: 'processor',
      does: { en: 'Counts the use of pages, for those who said yes' },
      contract,
      reviewed,
      hosts: hostsIn(ANALYTICS_HOSTS),
    },
    hosts: ANALYTICS_HOSTS,
    settings: { id },
  };
}

const CLICK = { en: 'Remembers the click on an ad that a visit came from' };

/** The click is remembered under a name for each way in which Google marks one. */
const ADS_SETS: readonly DeviceEntry[] = [
  { name: '_gcl_au', kind: 'cookie', purpose: { en: 'Remembers the ad that a visit came from' }, lasts: months(3), setBy: GOOGLE.name },
  ...['_gcl_aw', '_gcl_gb', '_gcl_gs', '_gcl_ag'].map(
    (name): DeviceEntry => ({ name, kind: 'cookie', purpose: CLICK, lasts: months(3), setBy: GOOGLE.name }),
  ),
  { name: '_gcl_ls', kind: 'local-storage', purpose: CLICK, lasts: months(3), setBy: GOOGLE.name },
];

function googleAds({ id, contract, reviewed }: GoogleAccount): Service {
  return {
    id: 'google-ads',
    revision: 1,
    name: 'Google Ads',
    category: 'marketing',
    does: { en: 'Tells Google that a visit came from an ad of this board, and lets Google show more of them elsewhere.' },
    shares: true,
    sets: ADS_SETS,
    recipient: {
      ...GOOGLE,
      id: 'google-ads',
      role: 'controller',
      does: { en: 'Measures ads, for those who said yes, and uses what it learns for its own ads, too' },
      contract,
      reviewed,
      hosts: hostsIn(ADS_HOSTS),
    },
    hosts: ADS_HOSTS,
    settings: { id },
  };
}

function hostsIn(hosts: ServiceHosts): readonly string[] {
  return [
    ...new Set(
      Object.values(hosts)
        .flat()
        .map((origin: string) => origin.replace('https://', '')),
    ),
  ];
}
