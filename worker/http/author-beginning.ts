import type { Context } from 'hono';
import type { AppEnv } from '#worker/http/app-env.ts';
import { authorIn } from '#worker/http/author-in.ts';
import { clientNetwork } from '#worker/http/client-network.ts';
import { giveCookies } from '#worker/http/json-exchange.ts';
import { tieNewDraft } from '#worker/posts/begin-signed-out.ts';
import type { Author } from '#worker/posts/model/author.ts';

/** As whom a request begins a draft. Whoever is signed out is given a tie between this browser and the draft. */
export async function authorBeginning(c: Context<AppEnv>): Promise<Author> {
  const author = await authorIn(c);
  if (author?.is === 'member') return author;
  const { key, cookie } = await tieNewDraft(c.var.container, clientNetwork(c.req.raw));
  giveCookies(c, [cookie]);
  return { is: 'browser', draftKey: key };
}
