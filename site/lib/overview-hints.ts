import type { Paths } from '#site/lib/paths.ts';
import type { AccountView } from '#worker/accounts/model/account-view.ts';

/** Something about an account that needs a look. */
export interface OverviewHint {
  readonly is: 'restricted' | 'bounce' | 'complaint' | 'no-factor';
  readonly to: (paths: Paths) => string;
}

/** The gravest first. */
export function overviewHints({ restricted, addressFails }: AccountView, hasFactor: boolean): readonly OverviewHint[] {
  return [
    ...(!restricted ? [] : [{ is: 'restricted' as const, to: (paths: Paths) => paths.account('privacy/restrict') }]),
    ...(addressFails === null ? [] : [{ is: addressFails, to: (paths: Paths) => paths.account('address') }]),
    ...(hasFactor ? [] : [{ is: 'no-factor' as const, to: (paths: Paths) => paths.account('security') }]),
  ];
}
