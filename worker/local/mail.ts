import { type MailStatus, mailStatus, retryMail } from '#db/repositories/mail-status.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { orderly } from '#worker/local/orderly.ts';
import { tableOf } from '#worker/local/print-table.ts';
import { withDatabase } from '#worker/local/with-database.ts';

const USAGE = `npm run mail -- status      how many mails wait, were sent, were given up and why; addresses are masked
npm run mail -- retry ID    sends one that was given up or held back, as long as its words are not wiped`;

/** `npm run mail`: how the outbox stands, for whoever runs the board. */
await orderly(async () => {
  const [command, id, ...more] = process.argv.slice(2);
  const isRight = (command === 'status' && id === undefined) || (command === 'retry' && id !== undefined && more.length === 0);
  if (!isRight) throw new LaunchRefusal(USAGE);
  await withDatabase(async ({ db, now }) => {
    if (id === undefined) return show(await mailStatus(db, now));
    if (!(await retryMail(db, { id, now })))
      throw new LaunchRefusal(`${id} cannot be sent again: there is no such letter, or what it said is wiped.`);
    console.log(`${id} goes out with the next run.`);
  });
});

function show({ counts, waitingSince, inTrouble, suppressed }: MailStatus): void {
  if (counts.length === 0) return console.log('No mail has been written.');
  console.log(
    tableOf(
      ['kind', 'state', 'mails'],
      counts.map(({ kind, state, count }) => [kind, state, count]),
    ),
  );
  console.log(waitingSince === null ? '\nNothing waits.' : `\nThe oldest that waits has been due since ${timeOf(waitingSince)}.`);
  console.log(`Addresses that get only the necessary, because mail came back or was complained about: ${suppressed}.`);
  if (inTrouble.length === 0) return;
  const rows = inTrouble.map(({ id, kind, state, masked, createdAt, tries, trouble }) => [
    id,
    kind,
    state,
    masked,
    timeOf(createdAt),
    tries,
    trouble ?? '',
  ]);
  console.log(`\n${tableOf(['id', 'kind', 'state', 'to', 'written', 'tries', 'trouble'], rows)}`);
}

function timeOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 16).replace('T', ' ');
}
