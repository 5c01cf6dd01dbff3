import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { pageIn } from '#db/repositories/employer-profiles.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { unshownLogosStatement } from '#db/repositories/pictures.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { employerChanges } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { EmployerPage } from '#worker/employers/model/employer-page.ts';

/** A change that waits, as whoever decides on it reads it. */
export interface WaitingChange {
  readonly id: string;
  readonly employerSeq: number;
  readonly employerId: string;
  readonly slug: string;
  readonly askedAt: number;
  readonly now: EmployerPage;
  readonly wanted: EmployerPage;
}

export type EmployerChangesRepository = ReturnType<typeof employerChangesRepository>;

/** Changes of public employers that wait for a moderator. */
export function employerChangesRepository(db: Database) {
  return {
    /** By its id, the subject of its case; null where it was decided or replaced meanwhile. */
    find: (id: string) => find(db, id),
    decideStatements: (decided: ChangeDecided) => decideChangeStatements(db, decided),
  };
}

async function find(db: Database, id: string): Promise<WaitingChange | null> {
  const [row] = await db
    .select({ change: employerChanges, employer: employers })
    .from(employerChanges)
    .innerJoin(employers, eq(employers.seq, employerChanges.employerSeq))
    .where(eq(employerChanges.id, id));
  if (row === undefined) return null;
  const { change, employer } = row;
  const { name, website, about, places, logoId, slug } = employer;
  return {
    id: change.id,
    employerSeq: employer.seq,
    employerId: employer.id,
    slug,
    askedAt: change.askedAt,
    now: { name, website, about, places: places ?? [], logoId },
    wanted: pageIn(change.wanted),
  };
}

export interface ChangeDecided {
  readonly id: string;
  readonly approved: boolean;
  readonly now: number;
}

/** For the batch of the decision: where the change is no longer the one that was read, nothing of the batch happens. */
export function decideChangeStatements(db: Database, { id, approved, now }: ChangeDecided): readonly Statement[] {
  const wanted = (field: string) => sql`(select wanted ->> ${field} from employer_changes where id = ${id})`;
  const employerSeq = sql`(select employer_seq from employer_changes where id = ${id})`;
  const fields = ['name', 'name_key', 'website', 'about', 'places', 'logo_id'];
  const named = ['name', 'nameKey', 'website', 'about', 'places', 'logoId'];
  const set = sql.join(
    fields.map((field, at) => sql`${sql.raw(field)} = ${wanted(named[at] ?? '')}`),
    sql`, `,
  );
  return [
    orNothing(db, sql`exists (select 1 from employer_changes where id = ${id})`),
    ...(approved ? [db.run(sql`update employers set ${set}, updated_at = ${now} where seq = ${employerSeq}`)] : []),
    db.update(employerChanges).set({ wanted: {} }).where(eq(employerChanges.id, id)),
    unshownLogosStatement(db, { employerSeq, now }),
    db.delete(employerChanges).where(eq(employerChanges.id, id)),
  ];
}
