import { sayFirst } from '#worker/board/model/say-first.ts';
import { findContacts } from '#worker/jobs/model/contacts.ts';
import { fold } from '#worker/kernel/text.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { DECISION_WORDS } from '#worker/moderation/model/decision-words.ts';
import type { DecisionGround, StatementSource } from '#worker/moderation/model/eu-vocabulary.ts';
import { type Restriction, restrictionTold } from '#worker/moderation/model/statement.ts';

/** What of a statement of reasons goes to the EU's database: nothing that says whose it was. */
export interface StatementToExport {
  readonly id: string;
  readonly restriction: Restriction;
  readonly jobId: string | null;
  readonly employerSeq: number | null;
  readonly decisionGround: DecisionGround;
  readonly legalGround: string | null;
  readonly rules: readonly string[];
  readonly explanation: string;
  readonly facts: string;
  readonly category: string;
  readonly keywords: readonly string[];
  readonly contentLanguage: string | null;
  readonly contentAt: number | null;
  readonly appliedAt: number;
  readonly endsAt: number | null;
  readonly source: StatementSource;
  readonly automatedDetection: boolean;
}

export interface EuSetting {
  /** Where the rules stand. */
  readonly rulesUrl: string;
  /** ISO 3166-1 alpha-2 of the EEA where the board is published. */
  readonly territories: readonly string[];
  readonly ruleText: (id: string) => string;
  /** What the people are called whom a statement is about: by its id. */
  readonly namesOf: (id: string) => readonly string[];
}

/** A statement as `POST /api/v1/statement` of the EU's database takes it, or why it must not go there. */
export type EuExport =
  | { readonly is: 'statement'; readonly statement: Readonly<Record<string, unknown>> }
  | { readonly is: 'refused'; readonly id: string; readonly field: 'explanation' | 'facts' | 'legalGround' };

/** Field by field, and refused as a whole where a text of it holds an address or number of somebody, or names whom it is about. */
export function toEuStatement(row: StatementToExport, setting: EuSetting): EuExport {
  const names = setting.namesOf(row.id);
  const personal = (['explanation', 'facts', 'legalGround'] as const).find((field) => isPersonal(row[field] ?? '', names));
  if (personal !== undefined) return { is: 'refused', id: row.id, field: personal };
  const statement = {
    ...decisionOf(row),
    ...groundOf(row, setting),
    content_type: ['CONTENT_TYPE_TEXT'],
    category: row.category,
    category_specification: row.keywords,
    territorial_scope: setting.territories,
    content_language: row.contentLanguage === null ? null : row.contentLanguage.slice(0, 2).toUpperCase(),
    content_date: utcDay(row.contentAt ?? row.appliedAt),
    application_date: utcDay(row.appliedAt),
    decision_facts: row.facts.slice(0, 5000),
    source_type: row.source,
    automated_detection: row.automatedDetection ? 'Yes' : 'No',
    automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: row.id,
  };
  return { is: 'statement', statement };
}

function isPersonal(text: string, names: readonly string[]): boolean {
  if (findContacts(text).length > 0) return true;
  const said = ` ${fold(text)} `;
  return names.map(fold).some((name) => name.length >= SHORTEST_NAME && said.includes(` ${name} `));
}

/** Shorter ones are words of many texts. */
const SHORTEST_NAME = 4;

const VISIBILITY: Readonly<Record<Exclude<Restriction, 'suspended'>, string>> = {
  rejected: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  frozen: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  removed: 'DECISION_VISIBILITY_CONTENT_REMOVED',
  edited: 'DECISION_VISIBILITY_OTHER',
};

function decisionOf(row: StatementToExport) {
  const { restriction, endsAt } = row;
  const end = endsAt === null ? null : utcDay(endsAt);
  if (restriction === 'suspended') {
    const type = restrictionTold(row) === 'account-suspended' ? 'ACCOUNT_TYPE_PRIVATE' : 'ACCOUNT_TYPE_BUSINESS';
    return { decision_account: 'DECISION_ACCOUNT_SUSPENDED', account_type: type, end_date_account_restriction: end };
  }
  return {
    decision_visibility: [VISIBILITY[restriction]],
    ...(restriction === 'edited' ? { decision_visibility_other: sayFirst(DECISION_WORDS.changedBefore) } : {}),
    end_date_visibility_restriction: end,
  };
}

function groundOf({ decisionGround, legalGround, rules, explanation }: StatementToExport, { rulesUrl, ruleText }: EuSetting) {
  const told = explanation.slice(0, 2000);
  if (decisionGround === 'DECISION_GROUND_ILLEGAL_CONTENT') {
    const ground = (legalGround ?? '').slice(0, 500);
    return { decision_ground: decisionGround, illegal_content_legal_ground: ground, illegal_content_explanation: told };
  }
  return {
    decision_ground: decisionGround,
    decision_ground_reference_url: rulesUrl,
    incompatible_content_ground: rules.map(ruleText).join(' ').slice(0, 500),
    incompatible_content_explanation: told,
    incompatible_content_illegal: 'No',
  };
}
