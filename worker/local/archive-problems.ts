import { join } from 'node:path';
import type { Board, PolicyVersion } from '#worker/board/model/board.ts';
import { archived, readArchive } from '#worker/local/policy-archive.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { documentsOf } from '#worker/promises/model/documents/documents.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

/** Every document of a version, in every language of the board, as the board's data say them. */
export function writtenDocuments(board: Board, version: PolicyVersion): readonly PolicyDocument[] {
  const policy = policyOf(board);
  return board.languages.flatMap((language) => documentsOf({ policy, clauses: CLAUSES, language, version }));
}

interface Published {
  readonly folder: string;
  /** `2026-11-22` */
  readonly today: string;
}

/**
 * What is wrong with the archive of published policies, each as a sentence that says what to do; empty where it is whole. The data are
 * those of the version in force: what is announced lies in the archive already, and what has been in force stays there.
 */
export function archiveProblems(board: Board, { folder, today }: Published): readonly string[] {
  const inForce = versionInForce(board, today);
  const archive = readArchive(folder);
  const others = board.policyVersions.filter(({ version }) => version !== inForce.version);
  return [
    ...writtenDocuments(board, inForce).flatMap((document) => differences(document, { archive, folder })),
    ...others.flatMap((version) => missing(version, { archive, folder, board })),
    ...unknownVersions(board, { archive, folder }),
  ];
}

interface Archive {
  readonly archive: readonly PolicyDocument[];
  readonly folder: string;
}

function differences(document: PolicyDocument, { archive, folder }: Archive): readonly string[] {
  const { id, language, version } = document;
  const path = join(folder, String(version), `${id}.${language}.json`);
  const published = archive.find((one) => one.id === id && one.language === language && one.version === version);
  if (published === undefined) return [`${path} is missing: run npm run policy -- write.`];
  if (archived(published) === archived(document)) return [];
  const where = changedSections(published, document);
  return [
    `The words of ${path} have changed since version ${version} was written (${where.join(', ')}). Where nobody has read it yet, ` +
      'run npm run policy -- write; else take the change back, and announce it in a version of its own.',
  ];
}

/** Anchors of the sections that differ; the head of the document where it is none of them. */
function changedSections(one: PolicyDocument, other: PolicyDocument): readonly string[] {
  const textOf = ({ sections }: PolicyDocument, id: string) => JSON.stringify(sections.find((section) => section.id === id));
  const ids = [...new Set([...one.sections, ...other.sections].map(({ id }) => id))];
  const changed = ids.filter((id) => textOf(one, id) !== textOf(other, id)).map((id) => `#${id}`);
  return changed.length === 0 ? ['its head'] : changed;
}

/** A version that is announced, or was in force: nothing but the archive says what its words are. */
function missing(
  { version, effective }: PolicyVersion,
  { archive, folder, board }: Archive & { readonly board: Board },
): readonly string[] {
  const there = archive.filter((document) => document.version === version && document.effective === effective);
  const lacking = board.languages.filter((language) => !there.some((document) => document.language === language));
  return lacking.map(
    (language) =>
      `policyVersions names version ${version}, and ${join(folder, String(version))} holds no text of it in "${language}" that takes effect on ${effective}: ` +
      `put back what was published; a version that is announced is written from a board file as it will be: BOARD=… npm run policy -- write --version ${version}.`,
  );
}

function unknownVersions({ policyVersions }: Board, { archive, folder }: Archive): readonly string[] {
  const unknown = archive.map(({ version }) => version).filter((number) => !policyVersions.some(({ version }) => version === number));
  return [...new Set(unknown)].map(
    (number) => `${join(folder, String(number))} holds a version that policyVersions does not name: name it, or take it away.`,
  );
}
