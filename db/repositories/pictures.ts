import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { worksFor } from '#db/repositories/employer-members.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { isAuthoredBy } from '#db/repositories/post-authors.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { pictures } from '#db/schema/posting-tables.ts';

export type StoredPicture = typeof pictures.$inferSelect;

/** So many pictures of one employer or post that nothing shows wait at most; beyond that the next round clears them first. */
const MOST_LOOSE = 20;

export type PicturesRepository = ReturnType<typeof picturesRepository>;

/** Pictures that people gave: their bytes lie in the file store. */
export function picturesRepository(db: Database) {
  return {
    findShown: (asked: PictureAsked) => findShown(db, asked),
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

/** Who asks to see a picture. */
export interface PictureViewer {
  readonly now: number;
  readonly isStaff: boolean;
  readonly accountId: string | null;
  readonly draftKey: string | null;
  /** The post whose link is open in this browser. */
  readonly linkedPost: string | null;
}

export interface PictureAsked extends PictureViewer {
  readonly id: string;
}

/** `isPublic`: everybody sees it where it stands. */
export type ShownPicture = Pick<StoredPicture, 'type'> & { readonly isPublic: boolean };

/**
 * What is public names it; or else it is to be seen by staff and by whoever gave it alone. So nobody is shown what no moderator has looked at, nor what
 * was stopped or taken out of the public.
 */
async function findShown(db: Database, { id, ...viewer }: PictureAsked): Promise<ShownPicture | null> {
  const inAd = sql`exists (
    select 1 from ${fromPublicJobs(viewer.now)} as j where j.id = pictures.post_id and j.details ->> '$.pictureId' = pictures.id)`;
  const asLogo = sql`exists (
    select 1 from employers where employers.seq = pictures.employer_seq and employers.status = 'active' and employers.logo_id = pictures.id)`;
  const isPublic = sql<number>`(${inAd} or ${asLogo})`;
  const [found] = await db
    .select({ type: pictures.type, isPublic })
    .from(pictures)
    .where(and(eq(pictures.id, id), sql`(${isPublic} or ${isOf(viewer)})`));
  return found === undefined ? null : { type: found.type, isPublic: found.isPublic === 1 };
}

function isOf({ isStaff, accountId, draftKey, linkedPost }: PictureViewer): SQL {
  if (isStaff) return sql`true`;
  const authors: readonly SQL[] = [
    sql`posts.id = ${linkedPost}`,
    ...(draftKey === null ? [] : [isAuthoredBy({ is: 'browser', draftKey })]),
    ...(accountId === null ? [] : [isAuthoredBy({ is: 'member', accountId })]),
  ];
  const ofFirm = accountId === null ? sql`false` : worksFor(sql`pictures.employer_seq`, { accountId });
  return sql`(${ofFirm} or exists (select 1 from posts where posts.id = pictures.post_id and (${sql.join([...authors], sql` or `)})))`;
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
