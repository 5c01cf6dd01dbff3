import type { AdToCopy, CaseFilesRepository } from '#db/repositories/case-files.ts';
import type { NoticesRepository, StoredNotice } from '#db/repositories/notices.ts';
import type { Board } from '#worker/board/model/board.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { draftDangerReport } from '#worker/moderation/model/danger-report.ts';
import type { CaseFileView, NotifierView } from '#worker/moderation/model/staff-views.ts';
import { type RestrictAdContext, type RunAudited, refuseOwnAd } from '#worker/moderation/restrict-ad.ts';
import type { Looking } from '#worker/moderation/see-ad-as-staff.ts';
import { openNotice } from '#worker/moderation/see-notice.ts';

export interface LookCloserContext {
  readonly now: number;
  readonly board: Board;
  readonly notices: Pick<NoticesRepository, 'byId'>;
  readonly caseFiles: Pick<CaseFilesRepository, 'ofJob'>;
  readonly noticeSeal: Seal;
  readonly caseFileSeal: Seal;
  readonly audited: RunAudited;
  readonly isOwnAd: RestrictAdContext['isOwnAd'];
  readonly titleOf: (about: { readonly jobId: string; readonly employerSeq: null }) => Promise<string>;
}

/** Who sent a report: the look stands in the log before anything is shown. */
export async function seeNotifier(context: LookCloserContext, { staff, id }: Looking): Promise<NotifierView> {
  const notice = await noticeOfOthers(context, { staff, id });
  await context.audited({ staff, act: 'notice-seen', subject: { kind: 'notice', id }, reason: 'notice' });
  const { name, email } = await openNotice(context.noticeSeal, notice);
  return { name, email };
}

/** The report to the authorities where somebody’s life or safety may be at risk (DSA 18), for a person to check and send. */
export async function draftDanger(context: LookCloserContext, { staff, id }: Looking): Promise<{ readonly draft: string }> {
  const notice = await noticeOfOthers(context, { staff, id });
  await context.audited({ staff, act: 'danger-reported', subject: { kind: 'notice', id }, reason: 'security' });
  const [contents, title] = await Promise.all([
    openNotice(context.noticeSeal, notice),
    context.titleOf({ jobId: notice.jobId, employerSeq: null }),
  ]);
  return { draft: draftDangerReport({ notice, explanation: contents.explanation, title, board: context.board, now: context.now }) };
}

/** The sealed copies of an ad: opened for an objection, and written down. */
export async function openCaseFiles(context: LookCloserContext, { staff, id }: Looking): Promise<CaseFileView> {
  await refuseOwnAd(context, { staff, jobId: id });
  const files = await context.caseFiles.ofJob(id);
  if (files.length === 0) throw new DomainError('not_found', 'moderation.no-copy');
  await context.audited({ staff, act: 'case-file-opened', subject: { kind: 'post', id }, reason: 'objection' });
  const opened = await Promise.all(
    files.map(async ({ id: fileId, sealed, createdAt }) => {
      const ad = copyIn(await context.caseFileSeal.open(sealed, fileId));
      const words = ad?.written ?? ad?.shown;
      return words == null ? [] : [{ takenAt: isoTime(createdAt), title: words.title, description: words.description }];
    }),
  );
  return { files: opened.flat() };
}

/** Safe because nothing but `sealCaseFile` seals under this key, about this id. */
function copyIn(text: string | null): AdToCopy | null {
  return text === null ? null : (JSON.parse(text) as AdToCopy);
}

/** Whose ad it is never learns who reported it, whatever else they are on this board. */
async function noticeOfOthers(context: LookCloserContext, { staff, id }: Looking): Promise<StoredNotice> {
  const notice = await context.notices.byId(id);
  if (notice === null) throw new DomainError('not_found', 'moderation.no-report');
  await refuseOwnAd(context, { staff, jobId: notice.jobId });
  return notice;
}
