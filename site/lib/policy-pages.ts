import archive from 'virtual:policy-archive';
import { pageLanguage } from '#site/lib/page-voice.ts';
import { board } from '#worker/board/model/this-board.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { documentsOf } from '#worker/promises/model/documents/documents.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

export type DocumentId = PolicyDocument['id'];

/** The text that counts on the day of the build. */
export function documentInForce(id: DocumentId): PolicyDocument {
  const { version } = versionInForce(board, __BUILT_ON__);
  const document = everyVersion(id).find((one) => one.version === version);
  if (document === undefined) throw new Error(`Version ${version} of "${id}" is in force and not in the archive: npm run policy -- write.`);
  return document;
}

/** Every version of a text that may be read: the one in force from the data, those before it and the one that is announced from the archive. */
export function everyVersion(id: DocumentId): readonly PolicyDocument[] {
  const inForce = versionInForce(board, __BUILT_ON__);
  const shown = board.policyVersions.filter(({ announced }) => announced <= __BUILT_ON__).map(({ version }) => version);
  const others = archive.filter((one) => one.id === id && one.language === pageLanguage && one.version !== inForce.version);
  const source = { policy: policyOf(board), clauses: CLAUSES, language: pageLanguage, version: inForce };
  const documents = [...others, ...documentsOf(source).filter((one) => one.id === id)];
  return documents.filter(({ version }) => shown.includes(version)).toSorted((one, other) => one.version - other.version);
}

/** One page for each version, whether it counts or not: links to a version stay right. */
export function versionPages(id: DocumentId) {
  return everyVersion(id).map((document) => ({ params: { version: String(document.version) }, props: { document } }));
}
