import type { Paths } from '#site/lib/paths.ts';
import type { AccountOverview } from '#worker/accounts/model/overview.ts';

/** Something about an account that needs a look. */
export interface OverviewHint {
  readonly is: 'restricted' | 'bounce' | 'complaint' | 'no-factor';
  readonly to: (paths: Paths) => string;
}

/** The gravest first. */
export function overviewHints({ restrictedAt, mailFails, secondFactor }: AccountOverview): readonly OverviewHint[] {
  return [
    ...(restrictedAt === null ? [] : [{ is: 'restricted' as const, to: (paths: Paths) => paths.account('privacy/restrict') }]),
    ...(mailFails === null ? [] : [{ is: mailFails, to: (paths: Paths) => paths.account('address') }]),
    ...(secondFactor ? [] : [{ is: 'no-factor' as const, to: (paths: Paths) => paths.account('security') }]),
  ];
}
