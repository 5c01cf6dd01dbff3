import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '#worker/http/app-env.ts';
import { type Log, logFailure } from '#worker/http/log.ts';
import { newId } from '#worker/kernel/random.ts';

/** Sends what a request has written, once it is answered: nobody waits for a mail server, and no answer tells whether there was a mail. */
export function sendMails(log: Log) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const { sendMails: send, hasPreparedMail } = c.var.container;
    if (send === null || !hasPreparedMail()) return;
    c.executionCtx.waitUntil(send().catch((error: unknown) => logFailure(log, { reference: newId(), error })));
  });
}
