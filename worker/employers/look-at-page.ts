import type { LookAlikesRepository } from '#db/repositories/look-alikes.ts';
import { domainIn } from '#worker/employers/model/domain.ts';
import type { EmployerPage } from '#worker/employers/model/employer-page.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import { flagsOfPage } from '#worker/moderation/model/page-flags.ts';

/** What a moderator should look at in an employer's page, beside others' names and domains. */
export async function lookAtPage(
  { lookAlikes }: { readonly lookAlikes: Pick<LookAlikesRepository, 'find'> },
  { seq, page }: { readonly seq: number; readonly page: EmployerPage },
): Promise<readonly FlagRaised[]> {
  return flagsOfPage(page, await lookAlikes.find({ seq, name: page.name, domain: domainIn(page.website), isProven: false }));
}
