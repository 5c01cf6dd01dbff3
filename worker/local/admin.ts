import { accountsRepository } from '#db/repositories/accounts.ts';
import { factorLossesRepository } from '#db/repositories/factor-losses.ts';
import { rolesRepository } from '#db/repositories/roles.ts';
import { endSessionsOf, grantRole, type RolesContext, revokeRole, type StaffRole } from '#worker/accounts/grant-role.ts';
import { type ResetFactorContext, resetFactor } from '#worker/accounts/reset-factor.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { orderly } from '#worker/local/orderly.ts';
import { secretOf } from '#worker/local/secret.ts';
import { type AtHand, withDatabase } from '#worker/local/with-database.ts';
import { mailKeys } from '#worker/mail/mail-keys.ts';
import type { MailOrder } from '#worker/mail/model/mail-facts.ts';
import { prepareMail } from '#worker/mail/prepare-mail.ts';

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

async function contextOf({ db, settings, now }: AtHand): Promise<Context> {
  const keys = mailKeys(await secretOf(settings));
  return {
    now,
    accounts: accountsRepository(db),
    roles: rolesRepository(db),
    factorLosses: factorLossesRepository(db),
    prepareMail: (order: MailOrder) => prepareMail({ now, ...keys }, order),
  };
}
