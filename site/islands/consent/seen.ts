import { signalInScript } from '#site/islands/consent/choice.ts';
import type { ConsentSeen } from '#worker/consent/model/consent-exchange.ts';

/** What the Worker sees of this browser: its cookie, and a signal that static pages and scripts may not see. Null where it does not answer. */
export async function askWhatIsSeen(): Promise<ConsentSeen | null> {
  const answer = await fetch('/api/consent', { cache: 'no-store' }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** Whether the browser sends Global Privacy Control, to scripts or in its requests. */
export async function signalSent(): Promise<boolean> {
  return signalInScript() || (await askWhatIsSeen())?.gpc === true;
}
