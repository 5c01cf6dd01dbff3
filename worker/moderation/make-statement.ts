import type { AppealsRepository } from '#db/repositories/appeals.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { StatementParties, StatementsRepository, StoredStatement } from '#db/repositories/statements.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { ruleBroken } from '#worker/moderation/model/rules-in-eu-words.ts';
import { restrictionTold, type StatementWanted } from '#worker/moderation/model/statement.ts';
import { factsOf } from '#worker/moderation/model/statement-facts.ts';
import { after } from '#worker/promises/model/duration.ts';
import { OBJECTION_LASTS } from '#worker/promises/model/report-periods.ts';

export interface MakeStatementContext {
  readonly now: number;
  readonly statements: Pick<StatementsRepository, 'partiesOf' | 'writeStatements'>;
  readonly appeals: Pick<AppealsRepository, 'countStaff'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
  /** A guest's address, sealed about the post's id. */
  readonly openGuestAddress: (sealed: string, postId: string) => Promise<string | null>;
  /** A sealed copy of what is decided on. */
  readonly copyAd: (jobId: string, revisionId: string | null) => Promise<readonly Statement[]>;
  readonly issueLink: (
    now: number,
    asked: { readonly kind: 'decision'; readonly subjectId: string },
  ) => Promise<{ readonly token: string; readonly link: NewLink }>;
}

/** A decision's reasons, ready for the batch of the decision. */
export interface StatementMade {
  /** Also the `puid` in the EU's database. */
  readonly id: string;
  /** The row, and the mail to whoever is restricted, with the ways to object. */
  readonly statements: readonly Statement[];
}

/** Writes down the reasons of a decision that restricts (DSA 17), and tells whom it restricts. */
export async function makeStatement(context: MakeStatementContext, wanted: StatementWanted): Promise<StatementMade> {
  const parties = await context.statements.partiesOf(wanted.about);
  const row = rowOf(wanted, { now: context.now, parties });
  const { links, mails } = await told(context, { wanted, row, parties });
  const copied = row.jobId === null ? [] : await context.copyAd(row.jobId, row.revisionId);
  return { id: row.id, statements: [...context.statements.writeStatements({ row, links, mails }), ...copied] };
}

interface Known {
  readonly now: number;
  readonly parties: StatementParties;
}

function rowOf(wanted: StatementWanted, { now, parties }: Known): StoredStatement {
  const { restriction, revisionId, caseId, noticeId, explanation, contentLanguage, contentAt, automatedDetection, decidedBy } = wanted;
  return {
    id: newId(),
    ...whoseOf(wanted, parties),
    revisionId,
    caseId,
    noticeId,
    restriction,
    ...groundOf(wanted),
    explanation,
    facts: wanted.facts ?? factsOf(wanted),
    contentLanguage,
    contentAt,
    appliedAt: now,
    endsAt: wanted.endsAt ?? null,
    source: noticeId === null ? 'SOURCE_VOLUNTARY' : 'SOURCE_ARTICLE_16',
    automatedDetection,
    decidedBy,
    objectionUntil: after(now, OBJECTION_LASTS),
    reversedAt: null,
  };
}

/** What it is about, and who may read it. */
function whoseOf({ about }: StatementWanted, { members: [member], guest, employerSeq }: StatementParties) {
  return {
    jobId: 'jobId' in about ? about.jobId : null,
    employerSeq: 'employerSeq' in about ? about.employerSeq : employerSeq,
    accountId: member?.accountId ?? null,
    recipient: guest?.hash ?? null,
  };
}

/** A law or rules, and what both are in the EU's words. */
function groundOf({ ground, category, keywords }: StatementWanted) {
  const rules = 'rules' in ground ? ground.rules : [];
  const broken = ruleBroken(rules[0]);
  return {
    decisionGround: 'law' in ground ? ('DECISION_GROUND_ILLEGAL_CONTENT' as const) : ('DECISION_GROUND_INCOMPATIBLE_CONTENT' as const),
    legalGround: 'law' in ground ? ground.law : null,
    rules,
    category: category ?? broken.category,
    keywords: keywords ?? broken.keywords,
  };
}

interface Telling {
  readonly wanted: StatementWanted;
  readonly row: StoredStatement;
  readonly parties: StatementParties;
}

async function told(context: MakeStatementContext, { wanted, row, parties }: Telling) {
  const facts = {
    id: row.id,
    title: wanted.title,
    restriction: restrictionTold(row),
    isChange: wanted.isChange ?? false,
    rules: row.rules,
    law: row.legalGround,
    explanation: row.explanation,
    noticed: row.noticeId !== null,
    checked: row.automatedDetection,
    endsAt: row.endsAt,
    objectionUntil: row.objectionUntil,
    isAlone: (await context.appeals.countStaff()) < 2,
  };
  const key = `decision/${row.id}`;
  const mails = parties.members.map(({ accountId, email, language }) =>
    context.prepareMail({ kind: 'decision', key: `${key}/${accountId}`, to: email, accountId, language, network: null, facts }),
  );
  const guest = parties.guest;
  const to = guest === null ? null : await context.openGuestAddress(guest.sealedAddress, guest.postId);
  if (guest === null || to === null) return { links: [], mails: await Promise.all(mails) };
  const { token, link } = await context.issueLink(context.now, { kind: 'decision', subjectId: row.id });
  const order = { key, to, accountId: null, language: guest.language, network: null } as const;
  const mail = context.prepareMail({ kind: 'decision-guest', ...order, facts: { ...facts, token, until: link.expiresAt } });
  return { links: [link], mails: await Promise.all([mail]) };
}
