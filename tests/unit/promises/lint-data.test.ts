import { expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import { clauseProblems, proofProblems } from '#worker/local/lint/clauses.ts';
import { contactProblems } from '#worker/local/lint/contacts.ts';
import { emptyLists } from '#worker/local/lint/empty-lists.ts';
import { lintBoard } from '#worker/local/lint/lint-board.ts';
import { reviewProblems } from '#worker/local/lint/reviews.ts';
import type { Clause } from '#worker/promises/model/clause.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { factsOf } from '#worker/promises/model/facts.ts';
import { cloudflare } from '#worker/promises/model/known-processors.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';
import type { Proof } from '#worker/promises/model/proof.ts';

const TODAY = '2026-11-22';
const facts = factsOf(board);
const clause: Clause = {
  id: 'a-clause',
  origins: ['NEC-01'],
  topic: 'search',
  state: 'kept',
  words: { en: 'It is so.' },
  enforcedBy: ['worker/app.ts'],
};
const proof: Proof = { clause: 'a-clause', file: 'tests/x.test.ts', sentence: 'it is so', further: false };
const marks = (...proofs: readonly Proof[]) => ({ proofs, problems: [] });
const ofClause = (said: Partial<Clause>) => clauseProblems([...CLAUSES, { ...clause, ...said }], facts);

test('all clauses of this board are in form, and every line of the five policies is answered', () => {
  expect(clauseProblems(CLAUSES, facts)).toEqual([]);
  expect(
    clauseProblems(
      CLAUSES.filter(({ origins }) => !origins.includes('NEC-22')),
      facts,
    ),
  ).toEqual(['NEC-22 is answered by no clause. Promise it, or plan it.']);
});

test.each<[string, Partial<Clause>, RegExp]>([
  ['an id of one word', { id: 'clause' }, /an id is small words with hyphens/],
  ['no origin', { origins: [] }, /has no origin: name the lines/],
  ['an unknown origin', { origins: ['NEC-24'] }, /answers to NEC-24, which no policy has/],
  ['half a sentence', { words: { en: 'and so on' } }, /“and so on” is no whole sentence/],
  ['an unknown fact', { words: { en: 'Kept {keep.letter}.' } }, /names the fact \{keep\.letter\}/],
  ['nothing that enforces it', { enforcedBy: [] }, /is kept, but nothing enforces it/],
  ['the id of another', { id: 'search-forgets' }, /Two clauses are called "search-forgets"/],
])('a clause with %s is refused', proves('no-gaps-in-policy'), (_, said, sentence) => {
  expect(ofClause(said)).toEqual([expect.stringMatching(sentence)]);
});

test('a kept clause needs a test that carries its id, and further evidence is none', proves('promises-proven'), () => {
  expect(proofProblems([clause], marks(proof))).toEqual([]);
  const unproven = `Clause "a-clause" is kept, but no test carries it: mark the test with proves('a-clause'), or set it to planned.`;
  expect(proofProblems([clause], marks())).toEqual([unproven]);
  expect(proofProblems([clause], marks({ ...proof, further: true }))).toEqual([unproven]);
});

test('a test may not carry what nobody promises', proves('promises-proven'), () => {
  expect(proofProblems([], marks(proof))).toEqual([
    expect.stringMatching(/“it is so” is marked with "a-clause", which is no clause: correct the id/),
  ]);
  expect(proofProblems([{ ...clause, state: 'planned' }], marks(proof))).toEqual([
    expect.stringMatching(/which is planned: set it to kept/),
  ]);
});

test('a contact that is missing is told with the clauses and notices that need it', proves('no-gaps-in-policy'), () => {
  const without = { ...board, dataProtection: { ...board.dataProtection, mail: ' ' } };
  const notices = [{ id: 'complain', law: 'GDPR 13(2)(d)', words: { en: 'Write to {privacy-mail}.' } }];
  expect(contactProblems(without, { clauses: CLAUSES, notices })).toEqual([
    'dataProtection.mail is missing in the board file. It is needed by the clause "california-one-button", the clause "each-right-has-a-way", the notice "complain" (GDPR 13(2)(d)). Write it there.',
  ]);
  const { contact: _, ...noContact } = board;
  expect(contactProblems(noContact, { clauses: CLAUSES, notices })).toEqual([
    'contact.general is missing in the board file. The page of contacts needs it. Write it there.',
    'contact.security is missing in the board file. It is needed by the clause "weakness-address". Write it there.',
  ]);
});

test('this board has no problem; one without a contact has', proves('no-gaps-in-policy'), () => {
  expect(lintBoard(board, { clauses: CLAUSES, today: TODAY })).toEqual([]);
  const without = { ...board, contact: { ...board.contact, security: '' } };
  expect(lintBoard(without, { clauses: CLAUSES, today: TODAY })[0]).toMatch(
    /^contact\.security is missing in the board file.*"weakness-address"/,
  );
});

test('gaps and other languages in the board file are found', proves('no-gaps-in-policy', 'one-language-a-page'), () => {
  const problemsOf = (en: string) =>
    lintBoard({ ...board, dataProtection: { ...board.dataProtection, title: { en } } }, { clauses: CLAUSES, today: TODAY });
  expect(problemsOf('[Name of the officer]')).toEqual([expect.stringMatching(/^dataProtection\.title.*\[Name of the officer\]/)]);
  expect(problemsOf('Contact och officer')).toEqual([expect.stringMatching(/^dataProtection\.title: “och” is of another language/)]);
});

test('an empty list, table or section of a policy is refused', proves('no-gaps-in-policy'), () => {
  const empty: PolicyDocument = {
    id: 'privacy',
    version: 1,
    effective: TODAY,
    language: 'en',
    title: 'Privacy',
    summary: 'Short.',
    sections: [
      { id: 'purposes', title: 'Purposes', plain: 'For the following purposes:', blocks: [{ is: 'list', items: [] }] },
      { id: 'who', title: 'Who', plain: '', blocks: [{ is: 'table', caption: 'All', columns: ['Who'], rows: [] }] },
    ],
  };
  expect(emptyLists(empty)).toEqual([
    'The privacy policy (en) has an empty list in “purposes”. Fill it, or say in a sentence that there is none.',
    'The privacy policy (en) says nothing in plain words in “who”. Write them.',
    'The privacy policy (en) has an empty table in “who”. Fill it, or say in a sentence that there is none.',
  ]);
  expect(emptyLists({ ...empty, sections: [] })).toEqual([expect.stringMatching(/has no section/)]);
});

test.each(['2025-11-21', '2026-11-23', '', 'last year'])(
  'a recipient reviewed on “%s” is to be looked at again',
  proves('recipients-reviewed'),
  (reviewed) => {
    const company = cloudflare({ contract: 'Terms', reviewed });
    expect(reviewProblems([company], TODAY)).toEqual([
      expect.stringMatching(/^Cloudflare.* a review counts from 2025-11-22 to 2026-11-22\. Look at/),
    ]);
  },
);

test('a review counts for its whole period', proves('recipients-reviewed'), () => {
  expect(
    reviewProblems(
      ['2025-11-22', '2026-11-22'].map((reviewed) => cloudflare({ contract: 'Terms', reviewed })),
      TODAY,
    ),
  ).toEqual([]);
});
