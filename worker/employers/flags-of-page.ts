import type { LookAlikesRepository } from '#db/repositories/look-alikes.ts';
import { readDomain } from '#worker/employers/model/domain.ts';
import type { EmployerPage } from '#worker/employers/model/employer-page.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';

/** What a moderator should look at in an employer's page. A flag decides nothing. */
export async function flagsOfPage(
  { lookAlikes }: { readonly lookAlikes: LookAlikesRepository },
  { seq, page }: { readonly seq: number; readonly page: EmployerPage },
): Promise<readonly FlagRaised[]> {
  const read = page.website === null ? null : readDomain(page.website);
  const domain = read?.is === 'domain' ? read.domain : null;
  const alike = await lookAlikes.find({ seq, name: page.name, domain });
  return alike === null ? [] : [{ flag: 'look-alike-domain', field: alike.field, quote: alike.like.slice(0, 120) }];
}
