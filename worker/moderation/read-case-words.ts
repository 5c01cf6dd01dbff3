import type { CaseRow } from '#db/repositories/cases.ts';
import type { DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import type { EmployerChangesRepository } from '#db/repositories/employer-changes.ts';
import type { EmployerProfilesRepository, StoredPage } from '#db/repositories/employer-profiles.ts';
import type { PostRevisionsRepository } from '#db/repositories/post-revisions.ts';
import type { StoredAd } from '#db/repositories/stored-ads.ts';
import { aboutHtml } from '#worker/employers/model/about-html.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';
import { adWords } from '#worker/moderation/model/ad-words.ts';
import type { CaseView } from '#worker/moderation/model/case-view.ts';
import { type ComparedField, changedWords, compareWords } from '#worker/moderation/model/compare-words.ts';
import { claimWords, employerWords } from '#worker/moderation/model/employer-words.ts';
import { postWords, type ReadWords } from '#worker/moderation/model/post-words.ts';
import { picturePath } from '#worker/pictures/model/picture-path.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

export interface ReadCaseContext {
  readonly postRevisions: Pick<PostRevisionsRepository, 'find' | 'beside'>;
  readonly employerChanges: Pick<EmployerChangesRepository, 'find'>;
  readonly employerProfiles: Pick<EmployerProfilesRepository, 'find'>;
  readonly domainProofs: Pick<DomainProofsRepository, 'find'>;
}

interface Read extends Pick<CaseView, 'isEdit' | 'employer' | 'page' | 'source' | 'words' | 'descriptionHtml' | 'language' | 'adKind'> {
  readonly fields: readonly ComparedField[];
  readonly edited: readonly ComparedField[];
}

const NOTHING: Read = {
  isEdit: false,
  employer: null,
  page: null,
  source: null,
  words: null,
  descriptionHtml: null,
  language: null,
  adKind: null,
  fields: [],
  edited: [],
};

interface CaseToRead {
  readonly row: CaseRow;
  /** As it stands in public, or stood. */
  readonly ad: StoredAd | null;
}

/** What the case is about, in words. Empty where that is gone, as after its author deleted it. */
export async function readCaseWords(context: ReadCaseContext, { row, ad }: CaseToRead): Promise<Read> {
  if (row.revisionId !== null) return readRevision(context, row.revisionId);
  if (row.kind === 'employer' && row.subjectId !== null) return readChange(context, row.subjectId);
  if (row.kind === 'claim' && row.subjectId !== null) return readClaim(context, row.subjectId);
  if (ad === null) return NOTHING;
  const employer = { name: ad.employer, verifiedDomain: ad.verifiedDomain };
  return { ...NOTHING, employer, source: ad.source, ...shown(adWords(ad)), language: ad.job.language, adKind: ad.job.kind };
}

async function readRevision({ postRevisions, employerProfiles }: ReadCaseContext, revisionId: string): Promise<Read> {
  const found = await postRevisions.find(revisionId);
  if (found === null) return NOTHING;
  const { revision, employer } = found;
  const beside = await postRevisions.beside(revision);
  const isWaiting = revision.state === 'waiting';
  // Where it waits again because its author objected, the moderator’s words are the public ones.
  const before = (isWaiting ? beside.edited : null) ?? beside.before;
  const edited = isWaiting ? null : beside.edited;
  const wordsOf = (content: PostContent) => postWords(content, employer?.name ?? null);
  const words = wordsOf(revision.content);
  const { title, description, language } = revision.content;
  return {
    isEdit: before !== null,
    employer: employer === null ? null : { name: employer.name, verifiedDomain: employer.verifiedDomain },
    page: employer === null ? null : newPage(await employerProfiles.find(employer.seq)),
    source: null,
    words: isWaiting ? { title, description } : null,
    ...shown(words, before === null ? null : wordsOf(before)),
    edited: edited === null ? [] : changedWords(words, wordsOf(edited)),
    language,
    adKind: revision.content.kind,
  };
}

/** An employer's own page that nobody sees yet: its first ad brings it along. */
function newPage({ hasPage, page: { website, places, logoId, about } }: StoredPage): CaseView['page'] {
  if (hasPage) return null;
  return { website, places, logo: logoId === null ? null : picturePath(logoId), aboutHtml: aboutHtml(about) };
}

async function readChange({ employerChanges }: ReadCaseContext, id: string): Promise<Read> {
  const change = await employerChanges.find(id);
  if (change === null) return NOTHING;
  const employer = { name: change.now.name, verifiedDomain: null };
  return { ...NOTHING, isEdit: true, employer, ...shown(employerWords(change.wanted), employerWords(change.now)) };
}

async function readClaim({ domainProofs }: ReadCaseContext, id: string): Promise<Read> {
  const claim = await domainProofs.find(id);
  if (claim === null) return NOTHING;
  const { name, verifiedDomain } = claim.employer;
  return { ...NOTHING, employer: { name, verifiedDomain }, ...shown(claimWords(claim)) };
}

/** What it says beside what was approved of it, and its text as readers see it. */
function shown(after: ReadWords, before: ReadWords | null = null): Pick<Read, 'fields' | 'descriptionHtml'> {
  const descriptionHtml = after.description === '' ? null : markdownToHtml(after.description);
  return { fields: compareWords(before, after), descriptionHtml };
}
