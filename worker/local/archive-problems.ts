import { join } from 'node:path';
import type { Board } from '#worker/board/model/board.ts';
import { archived, readArchive } from '#worker/local/policy-archive.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { documentsOf } from '#worker/promises/model/documents/documents.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';
import { newestVersion } from '#worker/promises/model/versions.ts';

/** Every document of the newest version, in every language of the board, as its data say them now. */
export function newestDocuments(board: Board): readonly PolicyDocument[] {
  const policy = policyOf(board);
  const version = newestVersion(board);
  return board.languages.flatMap((language) => documentsOf({ policy, clauses: CLAUSES, language, version }));
}

/** What is wrong with the archive of published policies, each as a sentence that says what to do; empty where it is whole. */
export function archiveProblems(board: Board, folder: string): readonly string[] {
  const archive = readArchive(folder);
  const problems = newestDocuments(board).flatMap((document) => differences(document, { archive, folder }));
  return [...problems, ...missingVersions(board, { archive, folder }), ...unknownVersions(board, { archive, folder })];
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
    `The words of ${path} have changed since version ${version} was written (${where.join(', ')}): ` +
      'run npm run policy -- write while it is still unpublished, else add a version to policyVersions in the board file, then run it.',
  ];
}

/** Anchors of the sections that differ; the head of the document where it is none of them. */
function changedSections(one: PolicyDocument, other: PolicyDocument): readonly string[] {
  const textOf = ({ sections }: PolicyDocument, id: string) => JSON.stringify(sections.find((section) => section.id === id));
  const ids = [...new Set([...one.sections, ...other.sections].map(({ id }) => id))];
  const changed = ids.filter((id) => textOf(one, id) !== textOf(other, id)).map((id) => `#${id}`);
  return changed.length === 0 ? ['its head'] : changed;
}

function missingVersions({ policyVersions }: Board, { archive, folder }: Archive): readonly string[] {
  return policyVersions
    .slice(0, -1)
    .filter(({ version }) => !archive.some((document) => document.version === version))
    .map(
      ({ version }) =>
        `policyVersions names version ${version}, and ${join(folder, String(version))} is empty: put back what was published.`,
    );
}

function unknownVersions({ policyVersions }: Board, { archive, folder }: Archive): readonly string[] {
  const unknown = archive.map(({ version }) => version).filter((number) => !policyVersions.some(({ version }) => version === number));
  return [...new Set(unknown)].map(
    (number) => `${join(folder, String(number))} holds a version that policyVersions does not name: name it, or take it away.`,
  );
}
