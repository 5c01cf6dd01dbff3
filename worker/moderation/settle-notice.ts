import type { AppealsRepository } from '#db/repositories/appeals.ts';
import type { NoticesRepository, StoredNotice } from '#db/repositories/notices.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import type { NoticeOutcome } from '#worker/moderation/model/notice-outcomes.ts';
import { openNotice } from '#worker/moderation/see-notice.ts';
import type { IssueNoticeLink } from '#worker/moderation/send-notice.ts';
import { after, before } from '#worker/promises/model/duration.ts';
import { SLOWED_FOR, UNFOUNDED_COUNT_FOR, UNFOUNDED_UNTIL_SLOWED } from '#worker/promises/model/report-periods.ts';

export interface SettleNoticeContext {
  readonly now: number;
  readonly notices: Pick<NoticesRepository, 'decideStatements' | 'unfoundedStatements' | 'slowdownOf'>;
  readonly appeals: Pick<AppealsRepository, 'countStaff'>;
  readonly noticeSeal: Seal;
  readonly issueNoticeLink: IssueNoticeLink;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
  /** Closes the case of a report; breaks off where somebody has decided on it meanwhile. */
  readonly closeCaseOf: (closed: {
    readonly noticeId: string;
    readonly now: number;
    readonly by: string;
    readonly outcome: string;
  }) => readonly Statement[];
}

export interface NoticeSettled {
  readonly notice: StoredNotice;
  /** The ad's title. */
  readonly title: string;
  readonly outcome: NoticeOutcome;
  /** What whoever reported reads. */
  readonly answer: string;
  /** Staff pseudonym. */
  readonly by: string;
}

/** What becomes of a report, for the batch of the decision: its case is closed, whoever sent it is told, and misuse is counted. */
export async function settleNotice(context: SettleNoticeContext, settled: NoticeSettled): Promise<readonly Statement[]> {
  const { now, notices, closeCaseOf } = context;
  const { notice, outcome, answer, by } = settled;
  const slowed = outcome === 'abusive' && notice.notifier !== null ? after(now, SLOWED_FOR) : null;
  const slowedUntil = slowed !== null && (await isTooMany(context, notice.notifier)) ? slowed : null;
  return [
    ...closeCaseOf({ noticeId: notice.id, now, by, outcome }),
    ...notices.decideStatements({ id: notice.id, now, outcome, answer, told: await told(context, { ...settled, slowedUntil }) }),
    ...(slowed === null || notice.notifier === null
      ? []
      : notices.unfoundedStatements({ notifier: notice.notifier, now, since: before(now, UNFOUNDED_COUNT_FOR), slowedUntil: slowed })),
  ];
}

/** Whether this one is the last of those that an address has free. */
async function isTooMany({ now, notices }: SettleNoticeContext, notifier: string | null): Promise<boolean> {
  const counted = notifier === null ? null : await notices.slowdownOf(notifier);
  if (counted === null || counted.lastAt <= before(now, UNFOUNDED_COUNT_FOR)) return UNFOUNDED_UNTIL_SLOWED <= 1;
  return counted.unfounded + 1 >= UNFOUNDED_UNTIL_SLOWED;
}

async function told(
  { now, appeals, noticeSeal, issueNoticeLink, prepareMail }: SettleNoticeContext,
  { notice, title, outcome, answer, slowedUntil }: NoticeSettled & { readonly slowedUntil: number | null },
) {
  const { email } = await openNotice(noticeSeal, notice);
  if (email === null) return null;
  const isAlone = (await appeals.countStaff()) < 2;
  const { token, link } = await issueNoticeLink(now, { kind: 'notice', subjectId: notice.id });
  const mail = await prepareMail({
    kind: 'notice-decided',
    key: `notice-decided/${notice.id}`,
    to: email,
    accountId: null,
    language: notice.language,
    network: null,
    facts: { title, outcome, answer, slowedUntil, isAlone, token, until: link.expiresAt },
  });
  return { link, mail };
}
