import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import type { Settings } from '#worker/local/settings.ts';
import { WITHOUT_MAIL } from '#worker/variables.ts';

/** Throws a `LaunchRefusal` where a live board could write to nobody. */
export function refuseWithoutMail({ publicUrl, passedOn }: Settings): void {
  if (publicUrl !== null && passedOn['SMTP_URL'] === undefined) throw new LaunchRefusal(WITHOUT_MAIL);
}
