import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { countStatement, type PostCount } from '#db/repositories/post-counts.ts';

/** A network under its keyed hash of the day, and what it may use up in that day. */
export interface ContactBudget {
  readonly subject: string;
  readonly most: number;
}

export interface BudgetUsed {
  readonly subject: string;
  readonly used: number;
}

export interface BudgetTaken {
  /** False where one of the budgets is used up: then nothing was taken from any. */
  readonly may: boolean;
  readonly used: readonly BudgetUsed[];
}

export interface BudgetTaking {
  readonly budgets: readonly ContactBudget[];
  readonly now: number;
  /** For the ad, where there was room; null for nothing. */
  readonly count: PostCount | null;
}

export interface Strike {
  readonly subject: string;
  readonly units: number;
  readonly now: number;
}

export type ContactBudgetsRepository = ReturnType<typeof contactBudgetsRepository>;

/** How much of a day's budget a network has used. */
export function contactBudgetsRepository(db: Database) {
  return {
    take: (taking: BudgetTaking) => take(db, taking),
    strike: (struck: Strike) => strike(db, struck),
  };
}

/** Takes from all of them, or from none: decided in the statement that writes, so that many at once get no more than one after the other. */
async function take(db: Database, { budgets, now, count }: BudgetTaking): Promise<BudgetTaken> {
  const given = JSON.stringify(budgets);
  const isUsedUp = sql`exists (
    select 1 from reveal_budgets b join json_each(${given}) s on b.subject = s.value ->> 'subject' where b.used >= s.value ->> 'most')`;
  const [taken, used] = await db.batch([
    db.all<{ subject: string }>(sql`
      insert into reveal_budgets (subject, used, first_at, last_at)
      select value ->> 'subject', 1, ${now}, ${now} from json_each(${given}) where not ${isUsedUp}
      on conflict (subject) do update set used = used + 1, last_at = ${now}
      returning subject`),
    db.all<BudgetUsed>(sql`
      select subject, used from reveal_budgets where subject in (select value ->> 'subject' from json_each(${given}))`),
    ...(count === null ? [] : [countStatement(db, count, sql`changes() > 0`)]),
  ]);
  return { may: taken.length > 0, used };
}

/** Counts against one network, however much it has used already. */
async function strike(db: Database, { subject, units, now }: Strike): Promise<void> {
  await db.run(sql`
    insert into reveal_budgets (subject, used, first_at, last_at) values (${subject}, ${units}, ${now}, ${now})
    on conflict (subject) do update set used = used + ${units}, last_at = ${now}`);
}
