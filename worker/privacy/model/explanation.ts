import { type Voice, voiceOf } from '#worker/promises/model/documents/document-voice.ts';
import { nameOfLaw } from '#worker/promises/model/laws.ts';
import { LEGAL_BASES } from '#worker/promises/model/legal-bases.ts';
import { noticesFor } from '#worker/promises/model/notices.ts';
import type { Policy } from '#worker/promises/model/policy.ts';
import { ruleOf } from '#worker/promises/model/retention.ts';
import { DEADLINE_WORDS, type Right } from '#worker/promises/model/rights.ts';

/** What somebody has to be told with a copy of their data (GDPR 15(1) and (2)), in words. */
export interface Explanation {
  readonly controller: { readonly name: string; readonly mail: string; readonly address: string; readonly country: string };
  readonly contact: { readonly mail: string; readonly address: string };
  readonly purposes: readonly ExplainedPurpose[];
  readonly categories: readonly ExplainedCategory[];
  readonly recipients: readonly { readonly who: string; readonly gets: string; readonly when: string }[];
  readonly companies: readonly ExplainedCompany[];
  readonly transfers: readonly string[];
  readonly rights: readonly { readonly name: string; readonly means: string; readonly within: string; readonly law: string | null }[];
  readonly howToAsk: readonly string[];
  readonly complaint: { readonly text: readonly string[]; readonly authority: string; readonly website: string };
  readonly automatedDecisions: readonly string[];
}

interface ExplainedPurpose {
  readonly id: string;
  readonly name: string;
  readonly does: string;
  readonly ground: string;
  readonly law: string;
}

interface ExplainedCategory {
  readonly id: string;
  readonly name: string;
  readonly holds: string;
  readonly source: string;
  readonly purposes: readonly string[];
  readonly kept: readonly { readonly what: string; readonly for: string; readonly from: string }[];
  /** Whether some of it is in this very copy; the others are not tied to an account. */
  readonly inThisCopy: boolean;
}

interface ExplainedCompany {
  readonly name: string;
  readonly role: 'processor' | 'controller';
  readonly does: string;
  readonly country: string;
  readonly safeguard: string | null;
}

export interface Explained {
  readonly policy: Policy;
  readonly language: string;
  /** The kinds of data that the copy holds, by id. */
  readonly inCopy: ReadonlySet<string>;
}

/** The policy's own data, put as an answer to one person. */
export function explain(explained: Explained): Explanation {
  const { policy } = explained;
  const { controller, dataProtection } = policy.board;
  const voice = voiceOf(explained);
  const notice = (...ids: readonly string[]) =>
    noticesFor(policy).flatMap(({ id, document, words }) => (document === 'privacy' && ids.includes(id) ? [voice.say(words)] : []));
  const { name: authority, website } = controller.supervisoryAuthority;
  return {
    controller: {
      name: controller.name,
      mail: controller.mail,
      address: controller.postalAddress.join(', '),
      country: voice.country(controller.country),
    },
    contact: { mail: dataProtection.mail, address: dataProtection.postalAddress.join(', ') },
    purposes: purposesOf(policy, voice),
    categories: categoriesOf(explained, voice),
    recipients: policy.recipients.map(({ who, gets, when }) => ({ who: voice.say(who), gets: voice.say(gets), when: voice.say(when) })),
    companies: companiesOf(policy, voice),
    transfers: notice('transfer', 'no-transfer'),
    rights: policy.rights.map((right) => rightOf(right, { policy, voice })),
    howToAsk: notice('rights', 'objecting'),
    complaint: { text: notice('complaint'), authority, website },
    automatedDecisions: notice('decisions'),
  };
}

function purposesOf({ purposes }: Policy, { say }: Voice): Explanation['purposes'] {
  return purposes.map(({ id, name, does, basis }) => ({
    id,
    name: say(name),
    does: say(does),
    ground: say(LEGAL_BASES[basis].name),
    law: nameOfLaw(LEGAL_BASES[basis].law),
  }));
}

function categoriesOf({ policy, inCopy }: Explained, { say, period }: Voice): Explanation['categories'] {
  const inThisCopyFirst = policy.dataCategories.toSorted((a, b) => Number(inCopy.has(b.id)) - Number(inCopy.has(a.id)));
  return inThisCopyFirst.map(({ id, name, holds, source, purposes, retention }) => ({
    id,
    name: say(name),
    holds: say(holds),
    source: say(source),
    purposes,
    kept: retention
      .map((rule) => ruleOf(policy.retention, rule))
      .map(({ what, keep, from }) => ({ what: say(what), for: period(keep), from: say(from) })),
    inThisCopy: inCopy.has(id),
  }));
}

function companiesOf({ processors }: Policy, { say, country }: Voice): Explanation['companies'] {
  return processors.map(({ name, role, does, country: code, safeguard }) => ({
    name,
    role,
    does: say(does),
    country: country(code),
    safeguard: safeguard === null ? null : say(safeguard),
  }));
}

/** By the first law of the board that gives it. */
function rightOf(right: Right, { policy, voice }: { readonly policy: Policy; readonly voice: Voice }): Explanation['rights'][number] {
  const law = policy.board.jurisdictions.find((one) => right.law[one] !== undefined) ?? 'gdpr';
  const place = right.law[law] ?? null;
  return {
    name: voice.say(right.name),
    means: voice.say(right.means),
    within: voice.say(DEADLINE_WORDS[law][right.deadline]),
    law: place === null ? null : nameOfLaw(place),
  };
}
