import { z } from 'zod';
import { ROLES } from '#worker/kernel/actor.ts';
import { reasons, takenBackWhy } from '#worker/moderation/model/restriction-input.ts';
import { reasoned } from '#worker/staff/model/staff-input.ts';

const time = z.string().meta({ description: 'ISO 8601, UTC.' });

/** Found by the exact address, or by the pseudonym that the log shows: nobody is listed, and nobody is guessed. */
export const findPersonInput = z.strictObject({
  who: z.string().trim().min(1, 'staff.who').max(254, 'staff.email-long'),
  ...reasoned,
});
export type FindPersonInput = z.output<typeof findPersonInput>;

/** What somebody who works for the board may become; `none`: they no longer do. */
export const STAFF_ROLES = ['none', 'moderator', 'administrator'] as const;

export const changeRoleInput = z.strictObject({ role: z.enum(STAFF_ROLES, 'staff.role'), ...reasoned });
export type ChangeRoleInput = z.output<typeof changeRoleInput>;

export const suspendPersonInput = z.strictObject({ reasons, ...reasoned });
export type SuspendPersonInput = z.output<typeof suspendPersonInput>;

export const restorePersonInput = z.strictObject({ why: takenBackWhy, ...reasoned });
export type RestorePersonInput = z.output<typeof restorePersonInput>;

export const personView = z
  .object({
    pseudonym: z.string().meta({ description: 'How the log names the person.' }),
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(ROLES),
    createdAt: time,
    activeAt: time,
    frozenSince: time.nullable(),
    suspendedSince: time.nullable(),
    hasFactor: z.boolean(),
    sessions: z.number(),
    posts: z.number(),
    publicPosts: z.number(),
    notices: z.number(),
    decisions: z.number(),
    employers: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          role: z.string(),
          ownedAlone: z.boolean().meta({ description: 'It is public, and nobody else who owns it is in good standing.' }),
        }),
      )
      .readonly(),
    isYou: z.boolean(),
  })
  .meta({ id: 'PersonForStaff' });
export type PersonView = z.output<typeof personView>;

export const actedView = z.object({ is: z.literal('done') });
