import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';
import type { RetentionKeeper, RetentionReason } from '#worker/promises/model/retention.ts';
import type { Words } from '#worker/promises/model/words.ts';

const REASONS: Readonly<Record<RetentionReason, Words>> = {
  service: { en: 'Needed for the service' },
  law: { en: 'The law asks for it' },
  disputes: { en: 'In case of questions or a dispute' },
  contract: { en: 'Needed for a contract' },
};

const KEEPERS: Readonly<Record<RetentionKeeper, Words>> = {
  task: { en: 'A scheduled task' },
  view: { en: 'Every answer: it reads only what is public' },
  launcher: { en: 'Each import, and once a day the program that runs the board, where the reports lie on its machine' },
  platform: { en: 'The machine, platform or mailbox, as it is set up' },
};

export const RETENTION_SECTION: SectionPlan = {
  id: 'retention',
  title: { en: 'How long data is kept' },
  plain: { en: 'Everything has an end. Where a program sees to it, the numbers below are the very ones that it reads.' },
  details: ({ policy }, { say, period }) => [
    {
      is: 'table',
      caption: say({ en: 'Periods' }),
      columns: [say({ en: 'What' }), say({ en: 'How long' }), say({ en: 'Counted from' }), say({ en: 'Why' }), say({ en: 'Who ends it' })],
      rows: policy.retention.map(({ what, keep, from, reason, keeper }) => [
        say(what),
        period(keep),
        say(from),
        say(REASONS[reason]),
        say(KEEPERS[keeper]),
      ]),
    },
    {
      is: 'paragraph',
      text: say({
        en: 'What a scheduled task ends goes within the hour; where the number is one of months, within the day. What is deleted may lie in a backup until the backup ends. If one has to be put back, the scheduled deletions run over it again. Pages that others have copied, such as search engines, follow in their own time.',
      }),
    },
  ],
  promises: ['retention'],
};
