import type { Context } from 'hono';
import type { AppEnv } from '#worker/http/app-env.ts';
import { authorIn } from '#worker/http/author-in.ts';
import { giveCookies } from '#worker/http/json-exchange.ts';
import type { Author } from '#worker/posts/model/author.ts';
import { newDraftTie } from '#worker/posts/model/draft-cookie.ts';

/** As whom a request begins a draft. Whoever is signed out is given a tie between this browser and the draft. */
export async function authorBeginning(c: Context<AppEnv>): Promise<Author> {
  const author = await authorIn(c);
  if (author?.is === 'member') return author;
  const { publicUrl, now } = c.var.container;
  const { key, cookie } = await newDraftTie(publicUrl, now);
  giveCookies(c, [cookie]);
  return { is: 'browser', draftKey: key };
}
