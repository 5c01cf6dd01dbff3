import { z } from 'zod';

/** What became of a mail. */
export const MAIL_STATES = ['waiting', 'sent', 'dead', 'held', 'expired'] as const;

const listed = z.object({
  id: z.string(),
  kind: z.string(),
  /** The whole address while the contents are there, a masked one after. */
  to: z.string(),
  /** Null once the contents are wiped. */
  subject: z.string().nullable(),
  state: z.enum(MAIL_STATES),
  /** ISO 8601. */
  writtenAt: z.string(),
  /** Why it was not sent, or not yet; null where nothing went wrong. */
  trouble: z.string().nullable(),
});

/** The mails of a demonstration board, the newest first. */
export const mailboxView = z.object({ mails: z.array(listed).readonly() });

/** One of them, as its recipient sees it; without contents once they are wiped. */
export const mailboxMailView = listed.extend({ text: z.string().nullable() });

export type MailboxView = z.output<typeof mailboxView>;
export type MailboxMail = z.output<typeof mailboxMailView>;
