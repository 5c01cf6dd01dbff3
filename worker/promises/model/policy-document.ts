/** A text of the board, whole and filled in, in one language: what pages show, print and archive. Nothing in it is looked up any more. */
export interface PolicyDocument {
  readonly id: 'privacy' | 'cookies' | 'terms' | 'california';
  readonly version: number;
  /** `2026-12-01`. */
  readonly effective: string;
  readonly language: string;
  readonly title: string;
  /** What it says in three sentences. */
  readonly summary: string;
  readonly sections: readonly PolicySection[];
}

export interface PolicySection {
  /** The anchor; stays. */
  readonly id: string;
  readonly title: string;
  /** Plain words first; the blocks are the details. */
  readonly plain: string;
  readonly blocks: readonly PolicyBlock[];
}

export type PolicyBlock =
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  /** Each sentence with the promise that keeps it: pages link to its proof. */
  | { readonly is: 'promises'; readonly items: readonly { readonly clause: string; readonly text: string }[] }
  | { readonly is: 'table'; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Terms and what they mean, such as an address. */
  | { readonly is: 'terms'; readonly items: readonly { readonly term: string; readonly text: string }[] }
  /** Ways on: paths of our own, mail addresses as `mailto:`, or a page elsewhere. */
  | { readonly is: 'links'; readonly items: readonly { readonly href: string; readonly text: string }[] };
