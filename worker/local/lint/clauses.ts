import type { Marks } from '#worker/local/proofs.ts';
import type { Clause } from '#worker/promises/model/clause.ts';
import type { Facts } from '#worker/promises/model/facts.ts';
import { ORIGINS } from '#worker/promises/model/origins.ts';

/** What is wrong with the clauses as data. */
export function clauseProblems(clauses: readonly Clause[], facts: Facts): readonly string[] {
  return [...clauses.flatMap((clause) => formProblems(clause, facts)), ...twice(clauses), ...unanswered(clauses)];
}

function formProblems({ id, origins, state, words, note, enforcedBy }: Clause, facts: Facts): readonly string[] {
  const known = new Set(['OWN', ...ORIGINS]);
  const texts = [...Object.values(words), ...Object.values(note ?? {})];
  const named = texts.flatMap((text) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, fact]) => fact ?? ''));
  return [
    ...(/^[a-z]+(-[a-z]+)+$/.test(id) ? [] : [`Clause "${id}": an id is small words with hyphens, as search-forgets.`]),
    ...(origins.length > 0 ? [] : [`Clause "${id}" has no origin: name the lines of the policies that it answers, or OWN.`]),
    ...origins.filter((origin) => !known.has(origin)).map((origin) => `Clause "${id}" answers to ${origin}, which no policy has.`),
    ...texts.filter((text) => !/^[\p{Lu}“].*[.?]”?$/su.test(text)).map((text) => `Clause "${id}": “${text}” is no whole sentence.`),
    ...named
      .filter((fact) => !(fact in facts))
      .map((fact) => `Clause "${id}" names the fact {${fact}}, which worker/promises/model/facts.ts does not have.`),
    ...(state === 'kept' && enforcedBy.length === 0
      ? [`Clause "${id}" is kept, but nothing enforces it: name the files in enforcedBy.`]
      : []),
  ];
}

function twice(clauses: readonly Clause[]): readonly string[] {
  const ids = clauses.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `Two clauses are called "${id}". An id is one promise.`);
}

function unanswered(clauses: readonly Clause[]): readonly string[] {
  const answered = new Set(clauses.flatMap(({ origins }) => origins));
  return ORIGINS.filter((origin) => !answered.has(origin)).map((origin) => `${origin} is answered by no clause. Promise it, or plan it.`);
}

/** Promises without a proof, and proofs of what nobody promises. */
export function proofProblems(clauses: readonly Clause[], { proofs, problems }: Marks): readonly string[] {
  const proven = new Set(proofs.filter(({ further }) => !further).map(({ clause }) => clause));
  const states = new Map(clauses.map(({ id, state }) => [id, state]));
  const unproven = clauses.filter(({ id, state }) => state === 'kept' && !proven.has(id));
  return [
    ...problems,
    ...unproven.map(
      ({ id }) => `Clause "${id}" is kept, but no test carries it: mark the test with proves('${id}'), or set it to planned.`,
    ),
    ...proofs.flatMap(({ clause, file, sentence }) => {
      const state = states.get(clause);
      if (state === 'kept') return [];
      const what =
        state === undefined
          ? 'which is no clause: correct the id'
          : 'which is planned: set it to kept if all of it holds, or take the mark away';
      return [`${file}: “${sentence}” is marked with "${clause}", ${what}.`];
    }),
  ];
}
