import type { MessageKey } from '#site/messages/translate.ts';
import type { ClauseTopic } from '#worker/promises/model/clause.ts';
import type { PromisesView, PromiseView, ProofView } from '#worker/promises/model/promise-view.ts';

/** How a set of tests ended on this build, taken together: one that failed outweighs all, one that did not run outweighs those that passed. */
export type Proven = 'passed' | 'failed' | 'partly' | 'not-run';

export interface ProofSummary {
  readonly is: Proven;
  /** Of how many tests that speaks: those that failed, else all. */
  readonly count: number;
}

/** Further evidence does not count: it is not run everywhere. */
export function summarise(proofs: readonly ProofView[]): ProofSummary {
  const proving = proofs.filter(({ further }) => !further);
  const ended = (outcome: ProofView['outcome']) => proving.filter((proof) => proof.outcome === outcome).length;
  if (ended('failed') > 0) return { is: 'failed', count: ended('failed') };
  if (proving.length > 0 && ended('not-run') === 0) return { is: 'passed', count: proving.length };
  return { is: ended('passed') > 0 ? 'partly' : 'not-run', count: proving.length };
}

/** Every test once, however many promises it proves. */
export function everyProof({ promises }: PromisesView): readonly ProofView[] {
  const proofs = promises.flatMap((promise) => promise.proofs);
  return [...new Map(proofs.map((proof) => [`${proof.file} ${proof.sentence}`, proof])).values()];
}

export interface TopicOfPromises {
  readonly id: string;
  readonly title: MessageKey;
  readonly promises: readonly PromiseView[];
}

const TITLES: Readonly<Record<ClauseTopic, MessageKey>> = {
  search: 'promises.topic.search',
  cookies: 'promises.topic.cookies',
  measuring: 'promises.topic.measuring',
  jobs: 'promises.topic.jobs',
  account: 'promises.topic.account',
  cv: 'promises.topic.cv',
  applications: 'promises.topic.applications',
  alerts: 'promises.topic.alerts',
  employers: 'promises.topic.employers',
  recipients: 'promises.topic.recipients',
  retention: 'promises.topic.retention',
  rights: 'promises.topic.rights',
  security: 'promises.topic.security',
  changes: 'promises.topic.changes',
};

/** In the policy's order, without topics that nothing is promised about yet. The anchor of a topic never meets that of a promise. */
export function byTopic(promises: readonly PromiseView[]): readonly TopicOfPromises[] {
  return Object.entries(TITLES)
    .map(([topic, title]) => ({ id: `about-${topic}`, title, promises: promises.filter((promise) => promise.topic === topic) }))
    .filter((topic) => topic.promises.length > 0);
}

const NO_BREAK_HYPHEN = '\u2011';

/** Whose policies a promise answers: `Necojobs (NEC-03)`; `OWN` is none of them. */
export function originNames(origins: readonly string[], families: PromisesView['families']): readonly string[] {
  return families
    .map(({ family, name }) => ({ name, lines: origins.filter((origin) => origin.startsWith(`${family}-`)) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ name, lines }) => `${name} (${lines.join(', ').replaceAll('-', NO_BREAK_HYPHEN)})`);
}
