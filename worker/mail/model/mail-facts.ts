import type { PostMailFacts } from '#worker/mail/model/author-facts.ts';
import type { RelayMailFacts } from '#worker/mail/model/relay-mail-facts.ts';
import type { RestrictionTold } from '#worker/moderation/model/statement.ts';

/** What happened, and where: as a mail about an account says it. */
export interface Circumstances {
  /** UTC milliseconds. */
  readonly at: number;
  /** `Firefox on Windows`. */
  readonly browser: string;
  /** ISO 3166-1 alpha-2, or `unknown`. */
  readonly country: string;
}

/** One store, as the receipt of a deletion names it. */
export interface ErasedStore {
  readonly store: string;
  readonly removed: string;
  /** UTC milliseconds: when it went, or until when the rest stays. */
  readonly at: number;
  readonly stays: string | null;
}

/** A decision that restricts a post or an employer, as its mail says it. */
export interface DecisionTold {
  /** Of the statement of reasons. */
  readonly id: string;
  /** The ad, the employer, or that it is an account. */
  readonly title: string;
  readonly restriction: RestrictionTold;
  /** Only a change was refused: what was approved before stays. */
  readonly isChange?: boolean;
  /** Ids of the rules that were broken; empty where it is a law. */
  readonly rules: readonly string[];
  readonly law: string | null;
  /** In the words of whoever decided. */
  readonly explanation: string;
  /** Somebody reported it: never who. */
  readonly noticed: boolean;
  /** A check of ours pointed at it. */
  readonly checked: boolean;
  /** When it ends by itself. */
  readonly endsAt: number | null;
  readonly objectionUntil: number;
  /** Nobody else works there who could hear an objection: whoever decided decides again. Absent from mails that waited before it was told. */
  readonly isAlone?: boolean;
}

/** Everything that a mail of each kind is made from. A token is what its link carries. */
export interface MailFacts extends PostMailFacts, RelayMailFacts {
  readonly 'confirm-sign-up': { readonly token: string; readonly until: number };
  readonly 'remind-sign-up': { readonly token: string; readonly until: number };
  /** Somebody signed up with an address that has an account. */
  readonly 'known-sign-up': Circumstances;
  readonly 'reset-password': Circumstances & { readonly token: string; readonly until: number };
  /** A reset was asked for while the mailbox alone must not do it. */
  readonly 'reset-blocked': { readonly until: number };
  readonly 'password-changed': Circumstances;
  readonly 'new-device': Circumstances;
  /** Somebody wanted to change an account's address to one that has an account. */
  readonly 'known-address': Circumstances;
  readonly 'confirm-address': { readonly token: string; readonly until: number };
  /** To the old address; `to` is the new one, masked. */
  readonly 'address-changed': Circumstances & { readonly token: string; readonly until: number; readonly to: string };
  /** To both addresses: the one that the account has again, and the one that it had meanwhile. */
  readonly 'address-change-undone': { readonly at: number; readonly isBack: boolean };
  readonly 'factor-added': Circumstances & { readonly factor: 'app' | 'passkey' | 'codes' };
  readonly 'factor-removed': Circumstances & { readonly factor: 'app' | 'passkey' | 'codes' };
  readonly 'recovery-code-used': Circumstances & { readonly left: number };
  readonly 'lost-factor': Circumstances & { readonly token: string; readonly until: number };
  readonly 'lost-factor-waiting': { readonly liftsAt: number };
  readonly 'lost-factor-lifted': { readonly at: number };
  readonly 'role-granted': { readonly role: 'moderator' | 'administrator' };
  readonly 'inactivity-warning': { readonly closesAt: number };
  readonly 'export-ready': { readonly until: number };
  readonly 'restriction-changed': { readonly at: number; readonly restricted: boolean };
  /** To the data protection contact of the board. */
  readonly objection: { readonly account: string; readonly purpose: string; readonly reason: string; readonly dueAt: number };
  readonly 'deletion-receipt': { readonly at: number; readonly why: 'wish' | 'inactivity'; readonly stores: readonly ErasedStore[] };
  readonly decision: DecisionTold;
  /** To a guest, whose link shows the reasons. */
  readonly 'decision-guest': DecisionTold & { readonly token: string; readonly until: number };
  /** A restriction was taken back. `why`: what its author is told of it. */
  readonly 'decision-reversed': { readonly title: string; readonly restriction: RestrictionTold; readonly why: string };
  /** To whoever reported an ad (DSA 16). */
  readonly 'notice-received': { readonly title: string; readonly url: string; readonly token: string; readonly until: number };
  readonly 'notice-decided': {
    readonly title: string;
    readonly outcome: 'restricted' | 'kept' | 'already-gone' | 'abusive';
    readonly answer: string;
    /** As of a decision. */
    readonly isAlone?: boolean;
    /** Reports of this address are taken again from then on; null where they are taken at any time. */
    readonly slowedUntil: number | null;
    readonly token: string;
    readonly until: number;
  };
  /** To whoever objected (DSA 20). */
  readonly 'appeal-decided': {
    readonly title: string;
    /** Who reads it: the author or reporter who objected, or whoever had reported an ad whose author did. */
    readonly by: 'author' | 'notifier' | 'other-side';
    readonly outcome: 'reversed' | 'upheld';
    readonly answer: string;
  };
  /** A post under a notice or a decision was deleted: a sealed copy stays. */
  readonly 'case-file-kept': { readonly title: string; readonly until: number };
  /** To somebody who may have no account: no word of whoever invites stands in it. */
  readonly 'join-employer': { readonly token: string; readonly until: number; readonly role: 'owner' | 'recruiter' };
  /** To a mailbox of the domain; `worksAt` where it is somebody's own one. `again` where it held before. */
  readonly 'prove-domain': {
    readonly token: string;
    readonly until: number;
    readonly domain: string;
    readonly worksAt: boolean;
    readonly again: boolean;
  };
  readonly 'member-changed': { readonly employer: string; readonly change: 'removed' | 'owner' | 'recruiter' };
  readonly 'mark-lost': { readonly employer: string; readonly domain: string };
  /** To those who work for an employer that somebody else says is theirs. */
  readonly 'claim-notice': { readonly employer: string; readonly domain: string; readonly until: number };
  readonly 'claim-decided': { readonly employer: string; readonly accepted: boolean };
  /** What became of a change of a public page. */
  readonly 'employer-decided': { readonly employer: string; readonly approved: boolean; readonly reason: string | null };
  /** By subscription: written by the operator, in Markdown. */
  readonly news: {
    readonly switch: 'newsletter' | 'product-mail' | 'surveys';
    readonly subject: string;
    readonly markdown: string;
    /** Opens the one-click unsubscribe of this account and switch. */
    readonly token: string;
  };
}

export type MailKind = keyof MailFacts;

/** A mail that something causes. */
export type MailOrder = {
  readonly [Kind in MailKind]: {
    readonly kind: Kind;
    /** Deterministic and without anybody's data, such as `reset-password/<id of the token's row>`: what has been written under it is not written again. */
    readonly key: string;
    readonly to: string;
    readonly accountId: string | null;
    readonly language: string;
    readonly facts: MailFacts[Kind];
    /** Keyed hash of the network that caused a mail which its recipient did not ask for; null where the account's own person or a task did. */
    readonly network: string | null;
    /** Not to be sent before; now where left out. */
    readonly dueAt?: number;
  };
}[MailKind];

/** What is sealed in a row of the outbox. */
export interface MailContents {
  readonly to: string;
  readonly facts: MailFacts[MailKind];
}

/** A row of the outbox: everything of somebody is sealed or hashed in it. */
export interface PreparedMail {
  readonly id: string;
  readonly key: string;
  readonly kind: MailKind;
  readonly accountId: string | null;
  readonly recipient: string;
  readonly masked: string;
  readonly sealed: string;
  readonly language: string;
  readonly askedFor: boolean;
  readonly network: string | null;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly expiresAt: number;
}
