import type { OptionalService } from '#site/lib/consent-settings.ts';

const SCRIPT = 'https://www.googletagmanager.com/gtag/js';

/** The four signals of Consent Mode v2, by the service whose yes grants them. */
const SIGNALS: Readonly<Record<string, readonly string[]>> = {
  'google-analytics': ['analytics_storage'],
  'google-ads': ['ad_storage', 'ad_user_data', 'ad_personalization'],
};

/** Nothing of Google Analytics serves ads. */
const OPTIONS: Readonly<Record<string, object>> = {
  'google-analytics': { allow_google_signals: false, allow_ad_personalization_signals: false },
};

type Gtag = (...words: readonly unknown[]) => void;

interface GoogleRun {
  /** Those that have a yes and do not run yet. */
  readonly services: readonly OptionalService[];
  /** Every origin that this board declares as a place that scripts come from. */
  readonly origins: readonly string[];
  /** The kind of page. */
  readonly route: string;
}

/**
 * Google's tag in basic mode, for the services that have a yes and for no other: nothing of it is loaded before. Google is told the kind
 * of page and never its address, title or where the visitor came from. (In Google Analytics, "enhanced measurement" is to be off: it
 * would read the page by itself.)
 */
export function startGoogle({ services, origins, route }: GoogleRun): void {
  const isFirst = !('dataLayer' in window);
  const gtag = commandQueue();
  if (isFirst) gtag('consent', 'default', signals(Object.values(SIGNALS).flat(), 'denied'));
  gtag('consent', 'update', signals(signalsOf(services), 'granted'));
  if (isFirst) gtag('js', new Date());
  if (isFirst) gtag('set', { page_location: location.origin + route, page_referrer: '', page_title: route });
  for (const { id, settings } of services) gtag('config', settings['id'], OPTIONS[id] ?? {});
  if (isFirst) load(`${SCRIPT}?id=${services[0]?.settings['id']}`, origins);
}

/** Ends what Google's script does in this page. */
export function stopGoogle(services: readonly OptionalService[]): void {
  for (const { settings } of services) Reflect.set(window, `ga-disable-${settings['id']}`, true);
  commandQueue()('consent', 'update', signals(signalsOf(services), 'denied'));
}

function signalsOf(services: readonly OptionalService[]): readonly string[] {
  return services.flatMap(({ id }) => SIGNALS[id] ?? []);
}

function signals(names: readonly string[], state: 'granted' | 'denied') {
  return Object.fromEntries(names.map((name) => [name, state]));
}

/** Google's script reads commands from `dataLayer`, each as the `arguments` of a call and nothing else. */
function commandQueue(): Gtag {
  const queue: unknown[] = Reflect.get(window, 'dataLayer') ?? [];
  Reflect.set(window, 'dataLayer', queue);
  return function gtag() {
    // biome-ignore lint/complexity/noArguments: the script ignores plain arrays
    queue.push(arguments);
  };
}

/** The page accepts addresses of scripts from this policy only, and it accepts declared origins only, also for what Google's script adds. */
function load(address: string, origins: readonly string[]): void {
  if (typeof trustedTypes !== 'undefined') {
    trustedTypes.createPolicy('default', { createScriptURL: (url) => declared(url, origins) });
  }
  const script = document.createElement('script');
  script.async = true;
  script.src = address;
  document.head.append(script);
}

function declared(address: string, origins: readonly string[]): string {
  const { origin } = new URL(address, location.origin);
  if (!origins.includes(origin)) throw new TypeError(`${origin} is not declared as a place that scripts come from.`);
  return address;
}
