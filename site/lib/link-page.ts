import { type Acted, ask } from '#site/lib/act.ts';
import type { LinkView } from '#worker/accounts/model/link-view.ts';

type Opened<Kind> = Extract<LinkView, { readonly kind: Kind }>;

/** What the link of that kind is about that is open in this browser; null without one. */
export async function openedLink<Kind extends LinkView['kind']>(request: Request, kind: Kind): Promise<Opened<Kind> | null> {
  const asked: Acted<LinkView> = await ask<LinkView>({ request, path: '/api/links/opened' });
  return asked.is === 'done' && isOf(asked.body, kind) ? asked.body : null;
}

function isOf<Kind extends LinkView['kind']>(view: LinkView, kind: Kind): view is Opened<Kind> {
  return view.kind === kind;
}
