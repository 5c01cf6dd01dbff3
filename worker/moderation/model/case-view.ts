import { z } from 'zod';
import { JOB_KINDS } from '#worker/jobs/model/job-posting.ts';
import { CASE_KINDS } from '#worker/moderation/model/case-kinds.ts';
import { comparedField } from '#worker/moderation/model/compared-field.ts';
import { FLAG_ANSWERS, FLAG_IDS } from '#worker/moderation/model/flags.ts';
import { RESTRICTIONS_TOLD } from '#worker/moderation/model/statement.ts';
import { POST_LOG_KINDS } from '#worker/posts/model/post-log-kinds.ts';

const LOGGED_BY = ['author', 'guest', 'moderator', 'board', 'time'] as const;

const flag = z.object({
  key: z.string().describe('Under which an approval says how it is to be taken.'),
  flag: z.enum(FLAG_IDS),
  field: z.string(),
  quote: z.string(),
  mustBeAnswered: z.boolean(),
  answer: z.enum(FLAG_ANSWERS).nullable(),
});

const history = z.object({
  is: z.enum(['employer', 'member', 'guest']),
  since: z.iso.datetime(),
  posts: z.int(),
  approved: z.int(),
  rejected: z.int(),
  restricted: z.int(),
  reversed: z.int(),
  notices: z.int(),
  decisions: z
    .array(
      z.object({
        restriction: z.enum(RESTRICTIONS_TOLD),
        title: z.string(),
        why: z.array(z.string()).readonly().describe('The rules that were broken, or the law.'),
        appliedAt: z.iso.datetime(),
        reversedAt: z.iso.datetime().nullable(),
        caseId: z.string().nullable().describe('Where it can be read as it was decided.'),
        jobId: z.string().nullable().describe('Of the ad, while it is there.'),
      }),
    )
    .readonly()
    .describe('Against the author, the newest first.'),
});

const line = z.object({ at: z.iso.datetime(), by: z.enum(LOGGED_BY), what: z.enum(POST_LOG_KINDS), why: z.string().nullable() });

/** What whoever decides on a case reads. No name or address of a person stands in it but what the ad itself shows. */
export const caseView = z.object({
  id: z.string(),
  kind: z.enum(CASE_KINDS),
  state: z.enum(['open', 'decided', 'withdrawn']),
  outcome: z.string().nullable(),
  title: z.string(),
  jobId: z.string().nullable(),
  openedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  isOwn: z.boolean(),
  isEdit: z.boolean().describe('Something of it was approved before: `fields` compare with that.'),
  employer: z.object({ name: z.string(), verifiedDomain: z.string().nullable() }).nullable(),
  source: z.string().nullable().describe('Where an imported ad came from.'),
  page: z
    .object({
      website: z.string().nullable(),
      places: z.array(z.string()).readonly(),
      logo: z.string().nullable(),
      aboutHtml: z.string().nullable(),
    })
    .nullable()
    .describe('What an employer says of itself, where that becomes public with this ad.'),
  flags: z.array(flag).readonly(),
  fields: z.array(comparedField).readonly(),
  edited: z
    .array(comparedField)
    .readonly()
    .describe('What a moderator changed in it before it was published: its author’s words beside ours.'),
  descriptionHtml: z.string().nullable().describe('The text as readers see it. Null where there is none.'),
  language: z.string().nullable().describe('Of the text.'),
  adKind: z.enum(JOB_KINDS).nullable().describe('Whose rules it is measured by. Null where it is about no ad.'),
  hasAd: z.boolean().describe('It is public, was, or is approved for its day: it can be frozen, removed and restored.'),
  words: z
    .object({ title: z.string(), description: z.string() })
    .nullable()
    .describe('As its author wrote them, contacts included: what an edit begins with. Null where nothing can be edited.'),
  question: z.object({ text: z.string(), waits: z.boolean(), answer: z.string().nullable() }).nullable(),
  history: history.nullable(),
  log: z.array(line).readonly(),
});
export type CaseView = z.output<typeof caseView>;
