import type { SalaryPeriod } from '#worker/kernel/money.ts';
import type { Processor } from '#worker/promises/model/processor.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** What an operator decides about a board. One value of it, `this-board.ts` or the file that `BOARD` names, is this board. */
export interface Board {
  readonly name: string;
  /** Interface languages, BCP 47; the first has no path segment. */
  readonly languages: readonly string[];
  /** ISO 3166-1 alpha-2; an ambiguous place name takes the largest place in these. */
  readonly countries: readonly string[];
  /** ISO 4217, the most usual first. */
  readonly currencies: readonly string[];
  /** IANA name: the day on which "posted today" turns. */
  readonly timeZone: string;
  readonly categories: readonly Category[];
  readonly controller: Controller;
  readonly dataProtection: DataProtectionContact;
  readonly contact: { readonly general: string; readonly security: string };
  /** The single points of contact of the Digital Services Act: for authorities (Art. 11), and for everybody who uses the board (Art. 12). */
  readonly contactPoints: { readonly authorities: ContactPoint; readonly people: ContactPoint };
  /** Whose laws the notices answer to. */
  readonly jurisdictions: readonly Jurisdiction[];
  /** Years; at least 13. */
  readonly minimumAge: number;
  /** Where each store lies. */
  readonly dataLocations: Readonly<Record<Store, DataLocation>>;
  /** Who handles data for this board; empty where the controller runs everything itself. */
  readonly processors: readonly Processor[];
  /** A name server over HTTPS (RFC 8484), at a host that a processor declares; null: web sites of employers are neither proven by DNS or file nor looked at. */
  readonly dnsResolver: string | null;
  /** What is optional, for the board and for every visitor. */
  readonly services: OptionalServices;
  /** Every version of the policies that this board has published or announced, the oldest first. */
  readonly policyVersions: readonly PolicyVersion[];
  readonly rateLimits: RateLimits;
  readonly contactLimits: ContactLimits;
  readonly moderation: Moderation;
}

/** Who answers for the data: a person or company, reachable by mail and post. */
export interface Controller {
  readonly name: string;
  readonly mail: string;
  /** Lines, without the country. */
  readonly postalAddress: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The authority that people may complain to. */
  readonly supervisoryAuthority: { readonly name: string; readonly website: string };
  /** Needed where the country is outside the EEA and the GDPR holds (GDPR 27, DSA 13). */
  readonly representative?: Representative | undefined;
}

/** Somebody in the European Union whom people and authorities can turn to in the controller's place. */
export interface Representative {
  readonly name: string;
  readonly mail: string;
  /** Lines with the country's name. */
  readonly postalAddress: readonly string[];
}

export interface DataProtectionContact {
  /** "Data protection officer", or whom else to write to. */
  readonly title: Words;
  readonly mail: string;
  /** Lines with the country's name. */
  readonly postalAddress: readonly string[];
}

export interface ContactPoint {
  readonly mail: string;
  /** In which one may write, BCP 47; at least one official language of the controller's country for authorities. */
  readonly languages: readonly string[];
}

export type Jurisdiction = 'gdpr' | 'ccpa';

export type Store = 'database' | 'search' | 'files' | 'logs';

export interface DataLocation {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** "this machine", or a region of the provider such as `eu-north-1`. */
  readonly place: Words;
  /** Whether it is encrypted where it lies, and by whom. */
  readonly atRest: Words;
}

export interface OptionalServices {
  /** Our own daily totals, after a yes to analytics. */
  readonly counters: boolean;
  /** `G-…` */
  readonly googleAnalytics: ServiceAccount | null;
  /** `AW-…` */
  readonly googleAds: ServiceAccount | null;
}

export interface ServiceAccount {
  readonly id: string;
  /** The contract with the service: what it is called and of which day. */
  readonly contract: string;
  /** `2026-09-01`: when the operator last reviewed it. */
  readonly reviewed: string;
}

export interface PolicyVersion {
  readonly version: number;
  /** `2026-11-22`: the day it was announced; the first takes effect that day, a later one 30 days after it at the earliest. */
  readonly announced: string;
  /** `2026-12-22` */
  readonly effective: string;
  /** What changed since the version before; empty for the first. */
  readonly changes: readonly Words[];
}

/** One entry of the closed list of categories. `other` is always the last. */
export interface Category {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
}

/** Requests a minute on search and API: per exact network (/32, /64) and per wider one (/24, /48). */
export interface RateLimits {
  readonly exactPerMinute: number;
  readonly widerPerMinute: number;
  readonly demonstrationPerMinute: number;
}

/** What the board looks at before it publishes a post. */
export interface Moderation {
  /** How many times its bottom the top of a pay range may be; wider ones need a reason that is shown. */
  readonly widestRange: number;
  /** Pay below these waits for a moderator's eyes; empty for none. */
  readonly payFloors: readonly PayFloor[];
  /** Published at once and looked at after: posts without a flag, of a verified employer with so many approvals. Null: everything waits. */
  readonly publishFirst: { readonly approvals: number } | null;
}

/** The least that work in a country pays by law. */
export interface PayFloor {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** In minor units for one period. */
  readonly amount: number;
  readonly period: SalaryPeriod;
}

/** What people of one network may have shown, or write, in a day: per exact network (/32, /64) and per wider one (/24, /48). */
export interface ContactLimits {
  /** Contacts of ads. */
  readonly shown: NetworkLimits;
  /** Messages to these contacts, by our form. */
  readonly messages: NetworkLimits;
}

export interface NetworkLimits {
  readonly exactPerDay: number;
  readonly widerPerDay: number;
}
