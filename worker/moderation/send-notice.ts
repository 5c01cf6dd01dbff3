import type { NoticesRepository, StoredNotice } from '#db/repositories/notices.ts';
import type { PublicJobsRepository } from '#db/repositories/public-jobs.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import { jobPath } from '#worker/jobs/model/addresses.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';
import { type Actor, isMember } from '#worker/kernel/actor.ts';
import { DomainError, TooManyError } from '#worker/kernel/errors.ts';
import { isId, newId } from '#worker/kernel/random.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import type { NoticeContents } from '#worker/moderation/model/notice-contents.ts';
import type { NoticeInput } from '#worker/moderation/model/notice-input.ts';
import type { BudgetState, Network } from '#worker/relay/model/network.ts';

export type IssueNoticeLink = (
  now: number,
  asked: { readonly kind: 'notice'; readonly subjectId: string },
) => Promise<{ readonly token: string; readonly link: NewLink }>;

export interface SendNoticeContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly jobs: Pick<PublicJobsRepository, 'find'>;
  readonly notices: Pick<NoticesRepository, 'send' | 'slowdownOf'>;
  readonly noticeSeal: Seal;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
  readonly issueNoticeLink: IssueNoticeLink;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
  readonly copyAd: (jobId: string) => Promise<readonly Statement[]>;
  readonly takeReportBudget: (network: Network) => Promise<Pick<BudgetState, 'may' | 'seconds'>>;
}

export interface SendingNotice {
  readonly jobId: string;
  readonly input: NoticeInput;
  readonly actor: Actor;
  readonly language: string;
  /** The address of whoever is signed in: confirmed. */
  readonly ownEmail: string | null;
  /** Keyed hash of the network: mails that a stranger causes count against it. */
  readonly network: string;
  readonly from: Network;
}

/** Takes a report of an ad: it goes first in the queue, and restricts nothing by itself. A receipt goes to whoever gave an address. */
export async function sendNotice(context: SendNoticeContext, sending: SendingNotice): Promise<{ readonly id: string }> {
  const { now, notices } = context;
  const job = isId(sending.jobId) ? await context.jobs.find(sending.jobId, now) : null;
  if (job === null) throw new DomainError('not_found', 'reports.no-ad');
  const address = readEmailAddress(sending.input.email);
  const given = address === null ? null : await context.hashRecipient(address.key);
  await refuseSlowed(context, given);
  const isOwn = address !== null && readEmailAddress(sending.ownEmail ?? '')?.key === address.key;
  if (!isOwn) await takeBudget(context, sending.from);
  const notifier = isOwn ? given : null;
  const notice = await rowOf(context, { sending, job, notifier });
  const opened = { id: newId(), kind: 'notice', jobId: job.id, subjectId: notice.id, title: job.title, openedAt: now } as const;
  const receipt = address === null ? null : await receiptOf(context, { sending, job, notice, to: address.shown });
  const isTaken = await notices.send({ notice, opened, receipt, copied: await context.copyAd(job.id) });
  if (!isTaken) throw new TooManyError('reports.many-today', 3600);
  return { id: notice.id };
}

/** Whoever sent reports that were plainly unfounded, again and again, is slowed for a time and told so (DSA 23). */
async function refuseSlowed({ now, notices }: SendNoticeContext, notifier: string | null): Promise<void> {
  const until = (notifier === null ? null : await notices.slowdownOf(notifier))?.slowedUntil ?? 0;
  if (until <= now) return;
  throw new TooManyError('reports.slowed', Math.ceil((until - now) / 1000));
}

/** Where nobody knows whose an address is, the network counts: nobody uses up what somebody else may send. */
async function takeBudget({ takeReportBudget }: SendNoticeContext, from: Network): Promise<void> {
  const { may, seconds } = await takeReportBudget(from);
  if (!may) throw new TooManyError('reports.many-from-network', seconds);
}

interface Reported {
  readonly sending: SendingNotice;
  readonly job: PublicJob;
}

async function rowOf(
  { now, publicUrl, noticeSeal }: SendNoticeContext,
  { sending, job, notifier }: Reported & { readonly notifier: string | null },
): Promise<StoredNotice> {
  const { input, actor, language } = sending;
  const id = newId();
  const contents: NoticeContents = { name: input.name || null, email: input.email || null, explanation: input.explanation };
  return {
    id,
    jobId: job.id,
    url: `${publicUrl}${jobPath(job)}`,
    ground: input.ground,
    sealed: await noticeSeal.close(JSON.stringify(contents), id),
    notifier,
    accountId: isMember(actor) ? actor.accountId : null,
    goodFaith: true,
    danger: input.danger,
    language,
    receivedAt: now,
    decidedAt: null,
    outcome: null,
    answer: null,
  };
}

async function receiptOf(
  { now, issueNoticeLink, prepareMail }: SendNoticeContext,
  { sending, job, notice, to }: Reported & { readonly notice: StoredNotice; readonly to: string },
) {
  const { token, link } = await issueNoticeLink(now, { kind: 'notice', subjectId: notice.id });
  const mail = await prepareMail({
    kind: 'notice-received',
    key: `notice-received/${notice.id}`,
    to,
    accountId: null,
    language: sending.language,
    network: sending.network,
    facts: { title: job.title, url: notice.url, token, until: link.expiresAt },
  });
  return { link, mail };
}
