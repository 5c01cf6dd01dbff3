import type { EmployerPage } from '#worker/employers/model/employer-page.ts';
import { invalidField } from '#worker/kernel/errors.ts';
import { leadsToAct, textLeadsToAct } from '#worker/outside/model/leads-to-act.ts';

/** An employer's page leads nobody to a page of this board that does something to whoever opens it. */
export function refuseActingLinks({ website, about }: Partial<EmployerPage>, publicUrl: string): void {
  if (website != null && leadsToAct(website, publicUrl)) throw invalidField('website', 'employers.link-to-act');
  if (about != null && textLeadsToAct(about, publicUrl)) throw invalidField('about', 'employers.link-to-act');
}
