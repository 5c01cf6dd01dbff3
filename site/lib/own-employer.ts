import { ask } from '#site/lib/act.ts';
import type { EmployerView } from '#worker/employers/model/employer-view.ts';

/** The employer that a page is about; null for one that the person does not work for; a response where they have to go elsewhere. */
export async function ownEmployerOf(request: Request, id: string): Promise<EmployerView | Response | null> {
  const read = await ask<EmployerView>({ request, path: `/api/hire/employers/${encodeURIComponent(id)}` });
  if (read.is === 'elsewhere') return read.response;
  return read.is === 'done' ? read.body : null;
}
