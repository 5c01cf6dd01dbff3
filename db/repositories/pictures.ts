import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { worksFor } from '#db/repositories/employer-members.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { pictures } from '#db/schema/posting-tables.ts';

export type StoredPicture = typeof pictures.$inferSelect;

/** So many pictures of one employer or post that nothing shows wait at most; beyond that the next round clears them first. */
const MOST_LOOSE = 20;

export type PicturesRepository = ReturnType<typeof picturesRepository>;

/** Pictures that people gave: their bytes lie in the file store. */
export function picturesRepository(db: Database) {
  return {
    findShown: (id: string) => findShown(db, id),
    keepLogo: (kept: LogoKept) => keepLogo(db, kept),
    /** Some whose file is to go, because nothing has shown them since before `cutoff`. */
    loose: (cutoff: number, limit: number) =>
      db.select({ id: pictures.id }).from(pictures).where(sql`replaced_at <= ${cutoff}`).orderBy(pictures.replacedAt).limit(limit),
    forget: async (ids: readonly string[]) => {
      await db.delete(pictures).where(sql`id in (select value from json_each(${JSON.stringify(ids)}))`);
    },
    /** Of these ids, those that have a row. */
    known: async (ids: readonly string[]): Promise<ReadonlySet<string>> => {
      const rows = await db
        .select({ id: pictures.id })
        .from(pictures)
        .where(sql`id in (select value from json_each(${JSON.stringify(ids)}))`);
      return new Set(rows.map(({ id }) => id));
    },
  };
}

/** Not that of an employer or ad that a decision has taken out of the public. */
async function findShown(db: Database, id: string): Promise<StoredPicture | null> {
  const suspended = sql`exists (select 1 from employers where employers.seq = pictures.employer_seq and employers.status <> 'active')`;
  const withheld = sql`exists (select 1 from withheld_jobs join jobs on jobs.seq = withheld_jobs.job_seq where jobs.id = pictures.post_id)`;
  const [found] = await db
    .select()
    .from(pictures)
    .where(and(eq(pictures.id, id), sql`not ${suspended} and not ${withheld}`));
  return found ?? null;
}

type NewPicture = Pick<StoredPicture, 'id' | 'type' | 'width' | 'height' | 'bytes' | 'createdAt'>;

export interface LogoKept {
  readonly picture: NewPicture;
  readonly employerSeq: number;
  /** Whoever gives it, who has to own the employer. */
  readonly accountId: string;
}

/** Written as one that nothing shows yet: what is never taken up goes like what was replaced. */
async function keepLogo(db: Database, { picture, employerSeq, accountId }: LogoKept): Promise<boolean> {
  const mayGive = worksFor(sql`${employerSeq}`, { accountId, role: 'owner' });
  const loose = sql`(select count(*) from pictures where employer_seq = ${employerSeq} and replaced_at is not null)`;
  return runOrNothing(db, [
    orNothing(db, sql`${mayGive} and ${loose} < ${MOST_LOOSE}`),
    db.insert(pictures).values({ ...picture, employerSeq, replacedAt: picture.createdAt }),
  ]);
}

/** Marks which logos of an employer are shown, or wait to be, and since when the others are not. */
export function unshownLogosStatement(db: Database, { employerSeq, now }: { readonly employerSeq: SQL; readonly now: number }): Statement {
  const isShown = sql`pictures.id in (
    select logo_id from employers where seq = ${employerSeq} and logo_id is not null
    union all select wanted ->> 'logoId' from employer_changes where employer_seq = ${employerSeq} and wanted ->> 'logoId' is not null)`;
  return db
    .update(pictures)
    .set({ replacedAt: sql`iif(${isShown}, null, coalesce(replaced_at, ${now}))` })
    .where(sql`employer_seq = ${employerSeq} and ${isNull(pictures.postId)}`);
}
