import { type Acted, act, giveFile, holdsFile } from '#site/lib/act.ts';

interface LogoChanged {
  readonly is: 'changed' | 'waits';
}

/** Hands a picture that a form sends on to the API and makes it the logo; a form without a file removes the logo. */
export async function giveLogo(request: Request, id: string): Promise<Acted<LogoChanged>> {
  const at = `/api/hire/employers/${encodeURIComponent(id)}`;
  if (!holdsFile(request)) return act<LogoChanged>({ request, path: `${at}/logo`, body: { picture: null } });
  const given = await giveFile<{ picture: string }>({ request, path: `${at}/pictures` });
  return given.is === 'done' ? act<LogoChanged>({ request, path: `${at}/logo`, body: { picture: given.body.picture } }) : given;
}
