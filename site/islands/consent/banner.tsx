import { press } from '#site/islands/consent/act.ts';
import { Buttons } from '#site/islands/consent/buttons.tsx';
import { presentChoice } from '#site/islands/consent/choice.ts';
import type { ConsentPage } from '#site/islands/consent/consent-page.ts';
import { show } from '#site/islands/consent/region.tsx';
import { signalSent } from '#site/islands/consent/seen.ts';
import type { ConsentNotice } from '#worker/consent/model/consent-notice.ts';

/** Shows the banner while an answer is open, and takes it away when none is, as after a choice in another tab. */
export async function ask(page: ConsentPage): Promise<void> {
  const { settings } = page;
  if (presentChoice(settings).open.length === 0) return show(settings.notice.saved);
  const gpc = await signalSent();
  const { open, granted, cookie } = presentChoice(settings, gpc);
  if (open.length === 0) return;
  // Whoever sends the signal answers a no to what it refuses, so that this is not asked when it is seen no longer.
  const unanswered = presentChoice(settings, false).open;
  const wish = { services: settings.services.filter(({ id }) => unanswered.includes(id)), granted, gpc, confirmed: false };
  show(
    '',
    <Banner
      notice={settings.notice}
      gpc={gpc}
      added={cookie === null ? [] : namesOf(open, settings.notice)}
      buttons={[
        [settings.notice.acceptAll, () => press(page, { act: 'accept_all', surface: 'banner', wish: { ...wish, wanted: open } })],
        [settings.notice.rejectAll, () => press(page, { act: 'reject_all', surface: 'banner', wish: { ...wish, wanted: [] } })],
        [settings.notice.choose, () => openPanel(page)],
      ]}
    />,
  );
}

/** The link in the footer knows where the same choices are without the panel. */
function openPanel(page: ConsentPage): void {
  const elsewhere = document.querySelector<HTMLAnchorElement>('a[data-cookie-choices]')?.href;
  import('#site/islands/consent/panel.tsx').then(({ openPanel }) => openPanel(page)).catch(() => elsewhere && location.assign(elsewhere));
}

function namesOf(ids: readonly string[], { categories }: ConsentNotice): readonly string[] {
  return categories.flatMap(({ services }) => services).flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));
}

interface BannerProps {
  readonly notice: ConsentNotice;
  readonly gpc: boolean;
  /** Names of what is new to somebody who chose earlier. */
  readonly added: readonly string[];
  readonly buttons: Parameters<typeof Buttons>[0]['buttons'];
}

function Banner({ notice, gpc, added, buttons }: BannerProps) {
  return (
    <section class="consent-banner" aria-labelledby="consent-title">
      <div class="wrap">
        <div>
          <p class="title" id="consent-title">
            {notice.title}
          </p>
          <p>{notice.text}</p>
          {added.length > 0 && (
            <p>
              {notice.added} {added.join(', ')}.
            </p>
          )}
          {gpc && <p>{notice.gpc}</p>}
          <p class="quiet">{notice.change}</p>
        </div>
        <Buttons buttons={buttons} />
      </div>
    </section>
  );
}
