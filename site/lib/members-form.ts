import { type Acted, act } from '#site/lib/act.ts';

/** What a press on the page of an employer's people asks the API for; null where the form says nothing that it knows. */
export function pressMembers(
  request: Request,
  { id, form }: { readonly id: string; readonly form: URLSearchParams },
): Promise<Acted<object>> | null {
  const of = (name: string) => encodeURIComponent(form.get(name) ?? '');
  const at = `/api/hire/employers/${encodeURIComponent(id)}`;
  const role = form.get('role') ?? '';
  switch (form.get('act')) {
    case 'invite':
      return act({ request, path: `${at}/invitations`, body: { email: form.get('email') ?? '', role } });
    case 'withdraw':
      return act({ request, path: `${at}/invitations/${of('invitation')}/withdraw`, body: {} });
    case 'role':
      return act({ request, path: `${at}/members/${of('member')}/role`, body: { role } });
    case 'remove':
      return act({ request, path: `${at}/members/${of('member')}/remove`, body: {} });
    case 'leave':
      return act({ request, path: `${at}/leave`, body: {} });
    default:
      return null;
  }
}
