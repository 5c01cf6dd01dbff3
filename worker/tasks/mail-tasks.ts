import type { Container } from '#worker/container.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const MINUTE = 60_000;

/** Sends what waits: what no request has sent, and what is tried again. Without a mail server it only forgets what is too late. */
export function mailTasks({ now, sendMails, mailSending }: Container): readonly Task[] {
  const run = async () => {
    if (sendMails === null) {
      await mailSending.expire(now);
      return { done: true, words: 'no mail server' };
    }
    const { sent, trouble, done } = await sendMails();
    return { done, words: [`${sent} sent`, ...(trouble === null ? [] : [trouble])].join(': ') };
  };
  return [{ name: 'send-mail', everyMs: MINUTE, run }];
}
