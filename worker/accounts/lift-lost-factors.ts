import type { FactorLossesRepository, WaitingLoss } from '#db/repositories/factor-losses.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface LiftLostFactorsContext {
  readonly now: number;
  readonly factorLosses: Pick<FactorLossesRepository, 'waiting' | 'announce' | 'stop' | 'lift'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

const AT_ONCE = 50;
const DAY = 86_400_000;

export interface LossesSeen {
  readonly announced: number;
  readonly stopped: number;
  readonly lifted: number;
  /** Whether there may be more. */
  readonly more: boolean;
}

/** Stops the waits whose people came back, lifts those that are over, and announces the others once a day. */
export async function liftLostFactors(context: LiftLostFactorsContext): Promise<LossesSeen> {
  const losses = await context.factorLosses.waiting(AT_ONCE, context.now);
  const done: (keyof LossesSeen)[] = [];
  for (const loss of losses) done.push(await seeTo(context, loss));
  const count = (what: keyof LossesSeen) => done.filter((one) => one === what).length;
  return { announced: count('announced'), stopped: count('stopped'), lifted: count('lifted'), more: losses.length === AT_ONCE };
}

async function seeTo(context: LiftLostFactorsContext, loss: WaitingLoss): Promise<'announced' | 'stopped' | 'lifted'> {
  const { now, factorLosses, prepareMail } = context;
  const { accountId, confirmedAt, liftsAt, email: to, language, isUsed } = loss;
  const line = (kind: 'lost-factor-stopped' | 'factors-removed') => ({ accountId, at: now, kind, details: {} }) as const;
  const mail = { to, accountId, language, network: null } as const;
  if (isUsed) {
    await factorLosses.stop({ loss, lines: [line('lost-factor-stopped')], mails: [] });
    return 'stopped';
  }
  if (liftsAt <= now) {
    const lifted = await prepareMail({
      ...mail,
      kind: 'lost-factor-lifted',
      key: `lost-factor-lifted/${accountId}/${confirmedAt}`,
      facts: { at: now },
    });
    const done = await factorLosses.lift({ loss, lines: [line('factors-removed')], mails: [lifted] });
    return done ? 'lifted' : 'stopped';
  }
  const announced = Math.floor((now - confirmedAt) / DAY);
  const key = `lost-factor-waiting/${accountId}/${confirmedAt}/${announced}`;
  const waiting = await prepareMail({ ...mail, kind: 'lost-factor-waiting', key, facts: { liftsAt } });
  await factorLosses.announce({ loss, announced, lines: [], mails: [waiting] });
  return 'announced';
}
