import type { Controller } from '#worker/board/model/board.ts';
import type { ClauseTopic } from '#worker/promises/model/clause.ts';
import { type DocumentSource, type Voice, voiceOf } from '#worker/promises/model/documents/document-voice.ts';
import { noticesFor } from '#worker/promises/model/notices.ts';
import type { PolicyBlock, PolicyDocument, PolicySection } from '#worker/promises/model/policy-document.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** A part of a document before it is filled in: its words, and what makes its details. */
export interface SectionPlan {
  readonly id: string;
  readonly title: Words;
  readonly plain: Words;
  /** What the law makes the section say comes first of its details; then these. */
  readonly details?: (source: DocumentSource, voice: Voice) => readonly PolicyBlock[];
  /** The promises of these topics close the section. */
  readonly promises?: readonly ClauseTopic[];
}

/** A section with its notices, its details and its promises, in that order. */
export function sectionFrom(
  plan: SectionPlan,
  { id, source }: { readonly id: PolicyDocument['id']; readonly source: DocumentSource },
): PolicySection {
  const voice = voiceOf(source);
  const notices = noticesFor(source.policy).filter(({ document, section }) => document === id && section === plan.id);
  return {
    id: plan.id,
    title: voice.say(plan.title),
    plain: voice.say(plan.plain),
    blocks: [
      ...notices.map(({ words }) => paragraph(voice.say(words))),
      ...(plan.details?.(source, voice) ?? []),
      ...promisesOf(source, plan.promises ?? []),
    ],
  };
}

export function paragraph(text: string): PolicyBlock {
  return { is: 'paragraph', text };
}

interface TablePlan {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table, or where it would be empty a sentence that says so. */
export function tableOr(table: TablePlan, empty: string): PolicyBlock {
  return table.rows.length === 0 ? paragraph(empty) : { is: 'table', ...table };
}

/** A mail address as a way on. */
export function mailTo(address: string): { readonly href: string; readonly text: string } {
  return { href: `mailto:${address}`, text: address };
}

/** Who stands for a controller outside the EEA, as one of a list of terms; nothing where the controller is inside. */
export function represented(
  { representative }: Controller,
  say: Voice['say'],
): readonly { readonly term: string; readonly text: string }[] {
  if (representative === undefined) return [];
  const { name, postalAddress, mail } = representative;
  return [{ term: say({ en: 'Representative in the European Union' }), text: [name, ...postalAddress, mail].join(', ') }];
}

function promisesOf(source: DocumentSource, topics: readonly ClauseTopic[]): readonly PolicyBlock[] {
  const { say } = voiceOf(source);
  const kept = source.clauses.filter(({ state, topic }) => state === 'kept' && topics.includes(topic));
  return kept.length === 0 ? [] : [{ is: 'promises', items: kept.map(({ id, words }) => ({ clause: id, text: say(words) })) }];
}
