import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { type ErasingContext, type ErasingPlace, withErasing } from '#worker/local/erasing.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { isLoopback } from '#worker/local/network.ts';
import { orderly } from '#worker/local/orderly.ts';
import { secretOf } from '#worker/local/secret.ts';
import { type AtHand, withDatabase } from '#worker/local/with-database.ts';
import { deleteAccount } from '#worker/privacy/delete-account.ts';

const USAGE = `npm run erase -- EMAIL [--yes]
  deletes the account of that address, and a sign-up that waits, for whoever asks by mail or letter; the receipt goes to the address.
  Make sure first that it is them. Also for the account of somebody younger than the minimum age.
  --yes   does not ask to type the address again`;

/** `npm run erase`: what a person can do on their own page, for those who ask the data protection contact. */
await orderly(async () => {
  const { email, isSure } = readArguments(process.argv.slice(2));
  await withDatabase(async (atHand) => {
    refuseElsewhere(atHand);
    if (!isSure && !(await typedAgain(email))) throw new LaunchRefusal('Nothing was deleted: the address was not typed again.');
    console.log(await withErasing(await placeOf(atHand), (context) => erase(context, email)));
  });
});

function readArguments(args: readonly string[]): { readonly email: string; readonly isSure: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { yes: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
  });
  const [email, ...more] = positionals;
  const address = email === undefined || more.length > 0 ? null : readEmailAddress(email);
  if (address === null) throw new LaunchRefusal(USAGE);
  return { email: address.key, isSure: values['yes'] === true };
}

/** The list of deletions lies beside the files, which this command reaches on this machine alone. */
function refuseElsewhere({ address }: AtHand): void {
  if (!isLoopback(new URL(address.url).hostname))
    throw new LaunchRefusal('The files of this board lie elsewhere: ask the person to delete the account on /account/privacy/delete.');
}

async function placeOf({ address, settings, now }: AtHand): Promise<ErasingPlace> {
  return { database: address, dataDir: settings.dataDir, secret: await secretOf(settings), now };
}

async function typedAgain(email: string): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const question = `Everything of ${email} is deleted, at once and for good. Type the address again: `;
  // Where nobody is there to type, the input just ends.
  const nobody = new Promise<string>((resolve) => asking.once('close', () => resolve('')));
  const typed = await Promise.race([asking.question(question), nobody]);
  asking.close();
  return readEmailAddress(typed)?.key === email;
}

async function erase(context: ErasingContext, emailKey: string): Promise<string> {
  const { now, accounts, erasures, hashRecipient } = context;
  const account = await accounts.byEmailKey(emailKey);
  if (account !== null) {
    await deleteAccount(context, { accountId: account.id, why: 'wish', unusedSince: null });
    return `The account of ${emailKey} is deleted from every store, and the receipt is on its way.`;
  }
  const erased = { person: { accountId: '', emailKey, recipient: await hashRecipient(emailKey) }, at: now };
  const held = await erasures.held(erased);
  if (held.length === 0) throw new LaunchRefusal(`Nothing is kept of ${emailKey}.`);
  await erasures.eraseRest(erased);
  return `There was no account. What was kept of ${emailKey} is deleted: ${held.map(({ table, rows }) => `${rows} of ${table}`).join(', ')}.`;
}
