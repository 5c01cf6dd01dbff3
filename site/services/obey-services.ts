import { endBySignal } from '#site/islands/consent/act.ts';
import { presentChoice } from '#site/islands/consent/choice.ts';
import type { ConsentPage } from '#site/islands/consent/consent-page.ts';
import { askWhatIsSeen } from '#site/islands/consent/seen.ts';
import type { OptionalService } from '#site/lib/consent-settings.ts';
import { clearAway } from '#site/services/clear-away.ts';
import { startCounters } from '#site/services/counters.ts';

const ANSWER_SOON_MS = 1000;

/** Runs exactly the services that have a yes, and clears away what the others may have left. */
export async function obeyServices(page: ConsentPage, sent?: Promise<void>): Promise<void> {
  const { granted } = presentChoice(page.settings);
  const refused = page.settings.services.filter(({ id }) => !granted.includes(id));
  clearAway(refused.flatMap(({ sets }) => sets));
  if (refused.some(({ id, scripts }) => page.running.has(id) && scripts.length > 0)) return endForeign(refused, sent);
  const wanted = page.settings.services.filter(({ id }) => granted.includes(id) && !page.running.has(id));
  if (wanted.length > 0) await startAllowed(page, wanted);
}

/** Somebody else's script cannot be taken out of a page: it is told to stop, and the page is loaded anew without it. */
async function endForeign(refused: readonly OptionalService[], sent?: Promise<void>): Promise<void> {
  const { stopGoogle } = await import('#site/services/google.ts');
  stopGoogle(refused.filter(isGoogle));
  await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, ANSWER_SOON_MS))]);
  location.reload();
}

/**
 * Before anything optional runs, the Worker is asked: it sees a signal that is sent in requests only. Its answer is about the moment of the
 * question: a yes that was taken back meanwhile starts nothing, and nothing starts where somebody is signed in.
 */
async function startAllowed(page: ConsentPage, wanted: readonly OptionalService[]): Promise<void> {
  for (const { id } of wanted) page.running.add(id);
  const seen = await askWhatIsSeen();
  const { granted } = presentChoice(page.settings);
  const allowed = seen?.signedIn ? [] : wanted.filter(({ id }) => seen?.granted.includes(id) && granted.includes(id));
  for (const { id } of wanted) if (!allowed.some((service) => service.id === id)) page.running.delete(id);
  start(page, allowed);
  if (seen?.gpc) endBySignal(page, true);
}

function start({ settings }: ConsentPage, allowed: readonly OptionalService[]): void {
  const route = document.body.dataset['route'] ?? '/';
  const isCounting = () => presentChoice(settings).granted.includes('counters');
  if (allowed.some(({ id }) => id === 'counters')) startCounters(route, isCounting);
  const services = allowed.filter(isGoogle);
  const origins = settings.services.flatMap(({ scripts }) => scripts);
  if (services.length > 0) import('#site/services/google.ts').then(({ startGoogle }) => startGoogle({ services, origins, route }));
}

function isGoogle({ id }: OptionalService): boolean {
  return id.startsWith('google-');
}
