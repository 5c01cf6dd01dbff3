/** What pages and the API say to each other about cookie choices. */

export const ACTS = ['accept_all', 'reject_all', 'save', 'withdraw', 'gpc', 'opt_out'] as const;
/** `gpc`: the browser's signal ended an older yes. `opt_out`: asked for on the page for California. */
export type Act = (typeof ACTS)[number];

export const SURFACES = ['banner', 'panel', 'page', 'california'] as const;
/** Where the notice was shown. */
export type Surface = (typeof SURFACES)[number];

export const METHODS = ['click', 'form', 'signal'] as const;
/** By script, by a plain form, or by the browser itself. */
export type Method = (typeof METHODS)[number];

/** Body of `POST /api/consent`. */
export interface ConsentAct {
  /** Random, `newId()`: the same act sent twice is recorded once. */
  readonly key: string;
  readonly act: Act;
  readonly surface: Surface;
  readonly method: Method;
  /** Hash of the notice that was shown, as the page had it: one that this board published. */
  readonly notice: string;
  /** One answer for each service that was asked about. */
  readonly answers: Readonly<Record<string, 'yes' | 'no' | 'yes-despite-gpc'>>;
  /** `navigator.globalPrivacyControl`, where a script can see it; the header counts as well. */
  readonly gpc?: boolean | undefined;
  /** How long ago the choice was made, when the network failed then. */
  readonly secondsAgo?: number | undefined;
}

/** Answer of `POST /api/consent`. A repeat gets the same. */
export interface ConsentRecorded {
  /** Value for the cookie `consent`, which the page sets: another tab may have chosen since. */
  readonly cookie: string;
  /** Seconds. */
  readonly maxAge: number;
  /** To quote; opens nothing. Null for a refusal by somebody of whom there is no earlier yes: nothing ties it to anybody. */
  readonly reference: string | null;
}

/** Answer of `GET /api/consent`. */
export interface ConsentSeen {
  /** Whether this request carried `Sec-GPC: 1`. */
  readonly gpc: boolean;
  /** Whether somebody may be signed in in this browser: then nothing optional runs, whatever was granted. */
  readonly signedIn: boolean;
  /** Hash of the notice that is shown now, in the board's first language. */
  readonly notice: string;
  /** Ids of services. */
  readonly granted: readonly string[];
  readonly open: readonly string[];
  readonly refusedBySignal: readonly string[];
}

/** Answer of `GET /api/consent/record`: what is kept about this browser's choices, the newest first. */
export interface OwnRecord {
  readonly records: readonly OwnRecordEntry[];
  /** What was shown, by hash. */
  readonly notices: Readonly<Record<string, unknown>>;
}

export interface OwnRecordEntry {
  readonly reference: string;
  readonly previous: string | null;
  readonly act: Act;
  readonly surface: Surface;
  readonly method: Method;
  readonly granted: readonly string[];
  readonly refused: readonly string[];
  readonly notice: string;
  readonly version: number;
  readonly language: string;
  readonly build: string;
  readonly country: string;
  readonly gpc: boolean;
  /** ISO 8601. */
  readonly givenAt: string;
  readonly validUntil: string;
  readonly replacedAt: string | null;
  /** The day from which it is deleted, as known now. */
  readonly keptUntil: string;
}
