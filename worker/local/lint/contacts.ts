import type { Clause, Notice } from '#worker/promises/model/clause.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** Where a contact stands in the board file, the fact that words name it by, and the clauses that need it without naming it. */
const CONTACTS: readonly { readonly path: string; readonly fact: string; readonly clauses: readonly string[] }[] = [
  { path: 'controller.name', fact: 'controller', clauses: ['each-board-its-controller'] },
  { path: 'controller.mail', fact: 'controller-mail', clauses: ['each-board-its-controller'] },
  { path: 'controller.postalAddress', fact: 'controller-post', clauses: ['each-board-its-controller'] },
  { path: 'controller.supervisoryAuthority.name', fact: 'authority', clauses: ['each-right-has-a-way'] },
  { path: 'dataProtection.mail', fact: 'privacy-mail', clauses: ['each-right-has-a-way', 'california-one-button'] },
  { path: 'dataProtection.postalAddress', fact: 'privacy-post', clauses: ['each-right-has-a-way', 'california-one-button'] },
  { path: 'contact.general', fact: 'general-mail', clauses: [] },
  { path: 'contact.security', fact: 'security-mail', clauses: ['weakness-address'] },
];

export interface Promised {
  readonly clauses: readonly Clause[];
  readonly notices: readonly Notice[];
}

/** Contacts that the board file leaves out, each with the clauses and notices that cannot be kept without it. */
export function contactProblems(board: unknown, promised: Promised): readonly string[] {
  return CONTACTS.filter(({ path }) => isMissing(valueAt(board, path))).map((contact) => {
    const needing = neededBy(contact, promised);
    const who = needing.length === 0 ? 'The page of contacts needs it' : `It is needed by ${needing.join(', ')}`;
    return `${contact.path} is missing in the board file. ${who}. Write it there.`;
  });
}

function neededBy({ fact, clauses: ids }: (typeof CONTACTS)[number], { clauses, notices }: Promised): readonly string[] {
  const names = (words: Words) => Object.values(words).some((text) => text.includes(`{${fact}}`));
  return [
    ...clauses.filter(({ id, words }) => ids.includes(id) || names(words)).map(({ id }) => `the clause "${id}"`),
    ...notices.filter(({ words }) => names(words)).map(({ id, law }) => `the notice "${id}" (${law})`),
  ];
}

function valueAt(board: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), board);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isMissing(value: unknown): boolean {
  return Array.isArray(value) ? value.join('').trim() === '' : typeof value !== 'string' || value.trim() === '';
}
