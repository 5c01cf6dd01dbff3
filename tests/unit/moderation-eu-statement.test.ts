import { expect, test } from 'vitest';
import { type StatementToExport, toEuStatement } from '#worker/moderation/model/eu-statement.ts';

const AT = Date.UTC(2026, 10, 22, 13);
const SETTING = {
  rulesUrl: 'https://board.example/terms',
  territories: ['SE'],
  ruleText: (id: string) => `Rule ${id}.`,
  namesOf: () => ['Åsa Vik', 'Li'],
};
const ROW: StatementToExport = {
  id: 'abcdefghijklmnopqrst',
  restriction: 'removed',
  jobId: 'job',
  employerSeq: null,
  decisionGround: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
  legalGround: null,
  rules: ['free-to-apply'],
  explanation: 'The ad asks for money before the work begins.',
  facts: 'The ad was read as it stood in public. A person decided.',
  category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
  keywords: ['KEYWORD_PHISHING'],
  contentLanguage: 'en',
  contentAt: AT,
  appliedAt: AT,
  endsAt: null,
  source: 'SOURCE_ARTICLE_16',
  automatedDetection: false,
};

test('a statement of reasons has every field that the EU’s database requires, and names the board’s rule', () => {
  const made = toEuStatement(ROW, SETTING);
  expect(made).toEqual({
    is: 'statement',
    statement: {
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      end_date_visibility_restriction: null,
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      decision_ground_reference_url: 'https://board.example/terms',
      incompatible_content_ground: 'Rule free-to-apply.',
      incompatible_content_explanation: ROW.explanation,
      incompatible_content_illegal: 'No',
      content_type: ['CONTENT_TYPE_TEXT'],
      category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
      category_specification: ['KEYWORD_PHISHING'],
      territorial_scope: ['SE'],
      content_language: 'EN',
      content_date: '2026-11-22',
      application_date: '2026-11-22',
      decision_facts: ROW.facts,
      source_type: 'SOURCE_ARTICLE_16',
      automated_detection: 'No',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
      puid: ROW.id,
    },
  });
});

test('a law as ground names the law and its explanation, and nothing of rules', () => {
  const law = { ...ROW, decisionGround: 'DECISION_GROUND_ILLEGAL_CONTENT', legalGround: 'Directive 2000/78/EC, Art. 2' } as const;
  const made = toEuStatement(law, SETTING);
  expect(made.is === 'statement' && made.statement).toMatchObject({
    illegal_content_legal_ground: 'Directive 2000/78/EC, Art. 2',
    illegal_content_explanation: ROW.explanation,
  });
  expect(JSON.stringify(made)).not.toContain('incompatible');
});

test('a suspension restricts an account of a business; a freeze says when it ends', () => {
  expect(toEuStatement({ ...ROW, restriction: 'suspended' }, SETTING)).toMatchObject({
    statement: { decision_account: 'DECISION_ACCOUNT_SUSPENDED', account_type: 'ACCOUNT_TYPE_BUSINESS' },
  });
  expect(toEuStatement({ ...ROW, restriction: 'frozen', endsAt: AT + 72 * 3_600_000 }, SETTING)).toMatchObject({
    statement: { decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'], end_date_visibility_restriction: '2026-11-25' },
  });
});

test.each([
  ['explanation', 'Write to jane@firm.example about it.'],
  ['facts', 'The ad says +46 70 123 45 67.'],
  ['legalGround', 'The law that kim@court.example named.'],
] as const)('a statement whose %s holds somebody’s address or number stays here', (field, text) => {
  expect(toEuStatement({ ...ROW, [field]: text }, SETTING)).toEqual({ is: 'refused', id: ROW.id, field });
});

test('a statement that names whom it is about does not go out', () => {
  expect(toEuStatement({ ...ROW, explanation: 'Mrs asa  VIK asks for money.' }, SETTING)).toMatchObject({
    is: 'refused',
    field: 'explanation',
  });
  for (const explanation of ['A list of viking ships, li.', 'The basa viking ships.'])
    expect(toEuStatement({ ...ROW, explanation }, SETTING)).toMatchObject({ is: 'statement' });
});
