import { z } from 'zod';

/** ISO 8601. */
const moment = z.string();

/** A report as whoever sent it sees it: all that is kept of it. */
export const noticeView = z.object({
  id: z.string(),
  url: z.string(),
  ground: z.object({ id: z.string(), name: z.string() }),
  explanation: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  goodFaith: z.boolean(),
  danger: z.boolean(),
  receivedAt: moment,
  decidedAt: moment.nullable(),
  outcome: z.enum(['restricted', 'kept', 'already-gone', 'abusive']).nullable(),
  answer: z.string().nullable(),
  /** The objection to what became of it, where there is one. */
  appeal: z
    .object({
      madeAt: moment,
      decidedAt: moment.nullable(),
      outcome: z.enum(['reversed', 'upheld']).nullable(),
      answer: z.string().nullable(),
    })
    .nullable(),
  /** Until when an objection is taken; null where there is nothing to object to. */
  objectionUntil: moment.nullable(),
  /** One person alone decides on this board, so the same person hears an objection. */
  isAlone: z.boolean(),
  /** Until when all of it is kept. */
  keptUntil: moment,
});
export type NoticeView = z.output<typeof noticeView>;
