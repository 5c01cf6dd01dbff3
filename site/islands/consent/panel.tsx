import { render } from 'preact';
import { press } from '#site/islands/consent/act.ts';
import { isToConfirm, type Wish } from '#site/islands/consent/answers.ts';
import { Buttons } from '#site/islands/consent/buttons.tsx';
import { presentChoice } from '#site/islands/consent/choice.ts';
import type { ConsentPage } from '#site/islands/consent/consent-page.ts';
import { PanelCategory } from '#site/islands/consent/panel-category.tsx';
import { standReady } from '#site/islands/consent/region.tsx';
import { signalSent } from '#site/islands/consent/seen.ts';
import type { Act } from '#worker/consent/model/consent-exchange.ts';
import type { ConsentNotice } from '#worker/consent/model/consent-notice.ts';

/** Opens the panel with what counts now. Nothing is on that nobody switched on. */
export async function openPanel(page: ConsentPage): Promise<void> {
  const gpc = await signalSent();
  const { granted } = presentChoice(page.settings, gpc);
  if (document.querySelector('.consent-panel')) return;
  standReady();
  const root = document.createElement('div');
  document.body.append(root);
  const end = () => {
    render(null, root);
    root.remove();
  };
  draw({ page, root, wish: { services: page.settings.services, wanted: granted, granted, gpc, confirmed: false }, confirming: false, end });
  root.querySelector('dialog')?.showModal();
}

interface Panel {
  readonly page: ConsentPage;
  readonly root: HTMLElement;
  readonly wish: Wish;
  /** Whether the question is put that goes before a yes against the signal. */
  readonly confirming: boolean;
  readonly end: () => void;
}

function draw(panel: Panel): void {
  const { page, root, wish, confirming, end } = panel;
  const { notice } = page.settings;
  render(
    <dialog class="consent-panel" aria-labelledby="consent-panel-title" onClose={end}>
      <header>
        <h2 id="consent-panel-title">{notice.title}</h2>
        <button type="button" class="close" aria-label={notice.close} onClick={() => close(root)}>
          ×
        </button>
      </header>
      <div class="choices">
        <p>{notice.text}</p>
        {wish.gpc && <p class="signal">{notice.gpc}</p>}
        <Essential notice={notice} />
        {notice.categories.map((category) => (
          <PanelCategory
            key={category.id}
            category={category}
            wanted={wish.wanted}
            change={(wanted) => draw({ ...panel, wish: { ...wish, wanted }, confirming: false })}
          />
        ))}
        <p class="quiet">
          {notice.lasts} {notice.change}
        </p>
      </div>
      <footer>{confirming ? <Confirm panel={panel} /> : <Choices panel={panel} />}</footer>
    </dialog>,
    root,
  );
}

function close(root: HTMLElement): void {
  root.querySelector('dialog')?.close();
}

function Essential({ notice: { essential } }: { readonly notice: ConsentNotice }) {
  return (
    <section>
      <div class="head">
        <h3>{essential.name}</h3>
        <span class="quiet">{essential.always}</span>
      </div>
      <p>{essential.text}</p>
    </section>
  );
}

function Choices({ panel }: { readonly panel: Panel }) {
  const { page, wish } = panel;
  const { notice, services } = page.settings;
  const all = services.map(({ id }) => id);
  const save = () => (isToConfirm(wish) ? draw({ ...panel, confirming: true }) : decide(panel, 'save', wish));
  return (
    <Buttons
      buttons={[
        [notice.acceptAll, () => decide(panel, 'accept_all', { ...wish, wanted: all })],
        [notice.rejectAll, () => decide(panel, 'reject_all', { ...wish, wanted: [] })],
        [notice.save, save],
      ]}
    />
  );
}

function Confirm({ panel }: { readonly panel: Panel }) {
  const { page, wish } = panel;
  const { notice } = page.settings;
  return (
    <>
      <p tabIndex={-1} ref={focusOn}>
        {notice.gpcConfirm}
      </p>
      <Buttons
        buttons={[
          [notice.gpcNo, () => decide(panel, 'save', wish)],
          [notice.gpcYes, () => decide(panel, 'save', { ...wish, confirmed: true })],
        ]}
      />
    </>
  );
}

/** The button that asked is gone; the question is read in its place. */
function focusOn(element: HTMLElement | null): void {
  element?.focus();
}

function decide({ page, root }: Panel, act: Act, wish: Wish): void {
  close(root);
  press(page, { act, surface: 'panel', wish });
}
