import type { PolicyVersion } from '#worker/board/model/board.ts';
import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';
import type { DocumentSource, Voice } from '#worker/promises/model/documents/document-voice.ts';
import type { PolicyBlock } from '#worker/promises/model/policy-document.ts';

/** Which version this is, what changed, and where the older ones are. `path` is the page of the document. */
export function changesSection(path: string, promises: SectionPlan['promises'] = []): SectionPlan {
  return {
    id: 'changes',
    title: { en: 'Changes and older versions' },
    plain: { en: 'A new version is announced {announce-ahead} before it counts. Older versions stay here, and stay readable.' },
    details: (source, voice) => [history(source, voice), ...olderVersions(path, source, voice)],
    promises,
  };
}

function history(source: DocumentSource, { say, day }: Voice): PolicyBlock {
  const changesOf = ({ changes }: PolicyVersion) =>
    changes.length === 0 ? [say({ en: 'The first version' })] : changes.map((change) => say(change));
  const rows = upTo(source).map((version) => [String(version.version), day(version.effective), changesOf(version).join(' ')]);
  const columns = [say({ en: 'Version' }), say({ en: 'Counts from' }), say({ en: 'What changed' })];
  return { is: 'table', caption: say({ en: 'Versions' }), columns, rows };
}

function olderVersions(path: string, source: DocumentSource, { say }: Voice): readonly PolicyBlock[] {
  const older = upTo(source).filter(({ version }) => version !== source.version.version);
  const items = older.map(({ version }) => ({
    href: `${path}/versions/${version}`,
    text: say({ en: 'Read version {number}' }, { number: version }),
  }));
  return items.length === 0 ? [] : [{ is: 'links', items }];
}

/** The newest first. */
function upTo({ policy, version }: DocumentSource): readonly PolicyVersion[] {
  return policy.board.policyVersions.filter((one) => one.version <= version.version).toReversed();
}
