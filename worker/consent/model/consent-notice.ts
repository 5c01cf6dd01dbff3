import type { OptionalCategory } from '#worker/promises/model/services.ts';

/** Everything that the banner and its panel say, in one language: what a record proves was shown. */
export interface ConsentNotice {
  readonly version: number;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  /** Where an answer is changed. */
  readonly change: string;
  /** How long an answer counts. */
  readonly lasts: string;
  /** Stands before the names of what is new to somebody who chose earlier. */
  readonly added: string;
  readonly acceptAll: string;
  readonly rejectAll: string;
  readonly choose: string;
  readonly save: string;
  /** Leaves the panel without a choice. */
  readonly close: string;
  /** Said once a choice is made. */
  readonly saved: string;
  /** Said while the browser sends Global Privacy Control. */
  readonly gpc: string;
  /** Asked before a yes that goes against the signal. */
  readonly gpcConfirm: string;
  readonly gpcYes: string;
  readonly gpcNo: string;
  readonly essential: { readonly name: string; readonly text: string; readonly always: string };
  readonly categories: readonly NoticeCategory[];
}

export interface NoticeCategory {
  readonly id: OptionalCategory;
  readonly name: string;
  readonly text: string;
  /** Said instead of a switch where there is no service. */
  readonly none: string;
  readonly services: readonly NoticeService[];
}

export interface NoticeService {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly text: string;
  /** Who gets the data, in words. */
  readonly recipient: string;
  /** What it leaves in the browser, and what of that the board cannot take away; or what is said where nothing is stored. */
  readonly stores: string;
  readonly shares: boolean;
}
