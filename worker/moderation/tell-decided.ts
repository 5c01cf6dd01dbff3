import type { AppealsRepository, StoredAppeal } from '#db/repositories/appeals.ts';
import type { NoticesRepository } from '#db/repositories/notices.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { StatementParties, StatementsRepository, StoredStatement } from '#db/repositories/statements.ts';
import { newId } from '#worker/kernel/random.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailFacts, MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import type { AppealDecision } from '#worker/moderation/model/restriction-input.ts';
import type { Restricted, RestrictionTold } from '#worker/moderation/model/statement.ts';
import { openNotice } from '#worker/moderation/see-notice.ts';

export interface TellDecidedContext {
  readonly statements: Pick<StatementsRepository, 'partiesOf' | 'byId'>;
  readonly notices: Pick<NoticesRepository, 'byId'>;
  readonly appeals: Pick<AppealsRepository, 'byId'>;
  readonly noticeSeal: Seal;
  readonly openGuestAddress: (sealed: string, postId: string) => Promise<string | null>;
  readonly titleOf: (about: { readonly jobId: string | null; readonly employerSeq: number | null }) => Promise<string>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
  readonly queueMails: (mails: readonly PreparedMail[]) => readonly Statement[];
}

interface Addressee {
  readonly to: string;
  readonly accountId: string | null;
  readonly language: string;
}

/** A restriction that was taken back, and of what. `why`: what those whom it restricted are told. */
export type Reversed = Restricted & { readonly title: string; readonly restriction: RestrictionTold; readonly why: string };

/** The mail to whom a decision restricted that it was taken back. */
export async function tellReversed(
  context: TellDecidedContext,
  { title, restriction, why, ...about }: Reversed,
): Promise<readonly Statement[]> {
  const facts = { title, restriction, why };
  const to = await addresseesOf(context, await context.statements.partiesOf(about));
  const key = `decision-reversed/${newId()}`;
  return queue(
    context,
    to.map((one, nth) => context.prepareMail({ kind: 'decision-reversed', key: `${key}/${nth}`, ...one, network: null, facts })),
  );
}

/** The mail to an author whose ad is deleted that a sealed copy of it stays for a time. */
export async function tellCopyKept(
  context: TellDecidedContext,
  { jobId, ...facts }: { readonly jobId: string } & MailFacts['case-file-kept'],
): Promise<readonly Statement[]> {
  const to = await addresseesOf(context, await context.statements.partiesOf({ jobId }));
  return queue(
    context,
    to.map((one, nth) =>
      context.prepareMail({ kind: 'case-file-kept', key: `case-file-kept/${jobId}/${nth}`, ...one, network: null, facts }),
    ),
  );
}

/** What became of an objection, to whoever made it; and to the other side, where it changes something there. */
export async function tellAppeal(
  context: TellDecidedContext,
  { appeal, decision }: { readonly appeal: StoredAppeal; readonly decision: AppealDecision },
): Promise<readonly Statement[]> {
  const sides = appeal.statementId === null ? await reporter(context, appeal.noticeId) : await authorAndReporter(context, appeal);
  const { outcome, answer } = decision;
  const mails = sides.flatMap(({ title, by, to }) =>
    to.map((one, nth) =>
      context.prepareMail({
        kind: 'appeal-decided',
        key: `appeal-decided/${appeal.id}/${by}/${nth}`,
        ...one,
        network: null,
        facts: { title, by, outcome, answer },
      }),
    ),
  );
  return queue(context, mails);
}

interface Side {
  readonly title: string;
  readonly by: MailFacts['appeal-decided']['by'];
  readonly to: readonly Addressee[];
}

async function reporter(context: TellDecidedContext, noticeId: string | null): Promise<readonly Side[]> {
  const side = await reporterOf(context, noticeId);
  return side === null ? [] : [{ ...side, by: 'notifier' }];
}

/** Whoever reported an ad learns of the author’s objection only where it was followed: until then their own answer stands. */
async function authorAndReporter(context: TellDecidedContext, { statementId }: StoredAppeal): Promise<readonly Side[]> {
  const statement = statementId === null ? null : await context.statements.byId(statementId);
  if (statement === null) return [];
  const { jobId, employerSeq, noticeId } = statement;
  const title = await context.titleOf({ jobId, employerSeq });
  const author: Side = { title, by: 'author', to: await addresseesOf(context, await partiesOf(context, statement)) };
  const other = await reporterOf(context, noticeId);
  return other === null ? [author] : [author, { ...other, by: 'other-side' }];
}

/** Of an account that is gone there is nobody left to tell. */
async function partiesOf(
  { statements }: TellDecidedContext,
  { jobId, employerSeq, accountId }: StoredStatement,
): Promise<StatementParties> {
  if (jobId !== null) return statements.partiesOf({ jobId });
  if (employerSeq !== null) return statements.partiesOf({ employerSeq });
  return accountId === null ? { members: [], guest: null, employerSeq: null } : statements.partiesOf({ accountId });
}

async function reporterOf(context: TellDecidedContext, noticeId: string | null): Promise<Omit<Side, 'by'> | null> {
  const notice = noticeId === null ? null : await context.notices.byId(noticeId);
  const email = notice === null ? null : (await openNotice(context.noticeSeal, notice)).email;
  if (notice === null || email === null) return null;
  const title = await context.titleOf({ jobId: notice.jobId, employerSeq: null });
  return { title, to: [{ to: email, accountId: null, language: notice.language }] };
}

async function addresseesOf({ openGuestAddress }: TellDecidedContext, { members, guest }: StatementParties): Promise<readonly Addressee[]> {
  const to = guest === null ? null : await openGuestAddress(guest.sealedAddress, guest.postId);
  if (guest !== null && to !== null) return [{ to, accountId: null, language: guest.language }];
  return members.map(({ email, accountId, language }) => ({ to: email, accountId, language }));
}

async function queue({ queueMails }: TellDecidedContext, mails: readonly Promise<PreparedMail>[]): Promise<readonly Statement[]> {
  return queueMails(await Promise.all(mails));
}
