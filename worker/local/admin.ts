import { accountsRepository } from '#db/repositories/accounts.ts';
import { auditActorsRepository } from '#db/repositories/audit-actors.ts';
import { auditLogRepository } from '#db/repositories/audit-log.ts';
import { factorLossesRepository } from '#db/repositories/factor-losses.ts';
import { rolesRepository } from '#db/repositories/roles.ts';
import {
  type ByOperator,
  endSessionsOf,
  grantRole,
  type OperatorActName,
  type RolesContext,
  revokeRole,
  type StaffRole,
} from '#worker/accounts/grant-role.ts';
import { type ResetFactorContext, resetFactor } from '#worker/accounts/reset-factor.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { orderly } from '#worker/local/orderly.ts';
import { secretOf } from '#worker/local/secret.ts';
import { type AtHand, withDatabase } from '#worker/local/with-database.ts';
import { mailKeys } from '#worker/mail/mail-keys.ts';
import type { MailOrder } from '#worker/mail/model/mail-facts.ts';
import { prepareMail } from '#worker/mail/prepare-mail.ts';
import { appendOperatorAudit } from '#worker/staff/append-audit.ts';
import { auditSeal } from '#worker/staff/model/audit-line.ts';
import type { StaffReason } from '#worker/staff/model/staff-acts.ts';

const USAGE = `npm run admin -- COMMAND EMAIL
  grant EMAIL [administrator|moderator]   gives a confirmed account with a second factor a role; administrator unless said otherwise
  revoke EMAIL                            takes it back
  end-sessions EMAIL                      signs the account out everywhere
  reset-factor EMAIL                      takes lost second factors away: ask first whether it is them`;

const COMMANDS: Readonly<Record<string, (context: Context, given: Given) => Promise<string>>> = {
  grant: async (context, { email, role }) => {
    await grantRole(context, { email, role });
    return `${email} is ${role} now, signs in anew, and is told by mail.`;
  },
  revoke: async (context, { email }) => `${email} is no ${await revokeRole(context, { email })} any more, and is signed out everywhere.`,
  'end-sessions': async (context, { email }) => `Sessions ended: ${await endSessionsOf(context, { email })}.`,
  'reset-factor': async (context, { email }) => {
    await resetFactor(context, email);
    return `${email} has no second factor any more, is signed out everywhere, and is told by mail.`;
  },
};

const REASONS: Readonly<Record<OperatorActName, StaffReason>> = {
  'role-granted': 'staff-change',
  'role-revoked': 'staff-change',
  'sessions-ended': 'security',
  'factor-reset': 'person-asked',
};

type Context = RolesContext & ResetFactorContext;

interface Given {
  readonly email: string;
  readonly role: StaffRole;
}

/** `npm run admin`: what only whoever runs the board may do. */
await orderly(async () => {
  const [name = '', email, role = 'administrator', ...more] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const isRole = role === 'moderator' || role === 'administrator';
  if (command === undefined || email === undefined || more.length > 0 || !isRole) throw new LaunchRefusal(USAGE);
  if (name !== 'grant' && process.argv.length > 4) throw new LaunchRefusal(USAGE);
  await withDatabase(async (atHand) => console.log(await command(await contextOf(atHand), { email, role })));
});

/** Each act stands in the log of staff, beside those that staff do on the pages. */
function byOperator({ db, now }: AtHand, secret: string): ByOperator {
  const auditActors = auditActorsRepository(db);
  const context = { now, auditLog: auditLogRepository(db), sealAudit: auditSeal(secret) };
  return async ({ act, accountId }, statements) => {
    const subject = { kind: 'person', id: await auditActors.pseudonymOf(accountId, now) } as const;
    return appendOperatorAudit(context, { act, subject, reason: REASONS[act] }, statements);
  };
}

async function contextOf(atHand: AtHand): Promise<Context> {
  const { db, settings, now } = atHand;
  const secret = await secretOf(settings);
  const keys = mailKeys(secret);
  return {
    now,
    byOperator: byOperator(atHand, secret),
    accounts: accountsRepository(db),
    roles: rolesRepository(db),
    factorLosses: factorLossesRepository(db),
    prepareMail: (order: MailOrder) => prepareMail({ now, ...keys }, order),
  };
}
