import { z } from 'zod';
import type { StoredSession } from '#worker/accounts/model/session.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';

/** Answer of `GET /api/account/sessions`: where somebody is signed in, the last used first. */
export const sessionList = z
  .object({
    sessions: z.array(
      z.object({
        /** Names it, and opens nothing. */
        handle: z.string(),
        isThis: z.boolean().meta({ description: 'The one that asks.' }),
        browser: z.string().meta({ example: 'Firefox on Windows' }),
        country: z.string().meta({ description: 'ISO 3166-1 alpha-2, or `unknown`.' }),
        startedAt: z.iso.datetime(),
        seenAt: z.iso.datetime().meta({ description: 'To some minutes.' }),
        endsAt: z.iso.datetime().meta({ description: 'When it ends, used or not.' }),
      }),
    ),
  })
  .meta({ id: 'Sessions' });

export type SessionList = z.output<typeof sessionList>;

export function sessionListOf(sessions: readonly StoredSession[], own: { readonly handle: string }): SessionList {
  return {
    sessions: sessions.map(({ handle, browser, country, createdAt, seenAt, endsAt }) => ({
      handle,
      isThis: handle === own.handle,
      browser,
      country,
      startedAt: isoTime(createdAt),
      seenAt: isoTime(seenAt),
      endsAt: isoTime(endsAt),
    })),
  };
}
