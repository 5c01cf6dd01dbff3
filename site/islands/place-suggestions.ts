import { suggestPlaces } from '#site/api/api-client.ts';
import { overHttp } from '#site/api/http.ts';
import type { PlaceChoice } from '#worker/jobs/model/job-view.ts';

const PAUSE_MS = 120;

/** Turns the place field into a combobox (ARIA 1.2) that offers places while one types. Without it the field takes names as they are. */
export function offerPlaces(): void {
  const input = document.querySelector<HTMLInputElement>('#place');
  if (input === null) return;
  offerPlacesIn(input);
  input.form?.addEventListener('formdata', ({ formData }) => {
    if (input.dataset.placeId !== undefined) formData.set('place', input.dataset.placeId);
  });
}

/** The same for any field: what is chosen stands in `data-place-id`, and is gone once something else is typed. */
export function offerPlacesIn(input: HTMLInputElement): void {
  const list = listBelow(input);
  let asking = new AbortController();
  let timer = 0;
  const close = () => show({ input, list, places: [] });

  input.addEventListener('input', () => {
    delete input.dataset.placeId;
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    timer = window.setTimeout(() => offer({ input, list, signal }), PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => onKey(event, { input, list }));
  input.addEventListener('blur', () => {
    clearTimeout(timer);
    asking.abort();
    close();
  });
  // Before the field loses focus, which would close the list under the finger.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    if (option !== null) choose(option, { input, list });
  });
}

interface Combobox {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
}

function listBelow(input: HTMLInputElement): HTMLElement {
  const list = document.createElement('ul');
  const id = `${input.id}-list`;
  Object.assign(list, { id, className: 'places', hidden: true, role: 'listbox', ariaLabel: input.dataset.places ?? '' });
  input.after(list);
  Object.assign(input, { role: 'combobox', ariaExpanded: 'false', ariaAutoComplete: 'list', ariaHasPopup: 'listbox' });
  input.setAttribute('aria-controls', id);
  return list;
}

async function offer({ input, list, signal }: Combobox & { signal: AbortSignal }): Promise<void> {
  const words = input.value.trim();
  if (words.length < 2) return show({ input, list, places: [] });
  const answer = await suggestPlaces(overHttp, words, signal).catch(() => null);
  if (!signal.aborted) show({ input, list, places: answer?.ok ? answer.body.places : [] });
}

function show({ input, list, places }: Combobox & { places: readonly PlaceChoice[] }): void {
  list.replaceChildren(...places.map((place, index) => optionOf(place, `${list.id}-${index}`)));
  list.hidden = places.length === 0;
  input.ariaExpanded = String(!list.hidden);
  input.removeAttribute('aria-activedescendant');
}

function optionOf({ id, label, name }: PlaceChoice, optionId: string): HTMLElement {
  const option = document.createElement('li');
  Object.assign(option, { id: optionId, role: 'option', ariaSelected: 'false' });
  Object.assign(option.dataset, { id, label });
  const around = document.createElement('span');
  around.textContent = label.startsWith(name) ? label.slice(name.length) : ` ${label}`;
  option.append(name, around);
  return option;
}

function onKey(event: KeyboardEvent, box: Combobox): void {
  const options = [...box.list.children].filter((child) => child instanceof HTMLElement);
  if (options.length === 0 || event.isComposing) return;
  const at = options.findIndex(({ ariaSelected }) => ariaSelected === 'true');
  const chosen = options[at];
  if (event.key === 'Escape') show({ ...box, places: [] });
  else if (event.key === 'ArrowDown') mark(options, at + 1, box);
  else if (event.key === 'ArrowUp') mark(options, at - 1, box);
  else if (event.key === 'Enter' && chosen !== undefined) choose(chosen, box);
  else return;
  event.preventDefault();
}

/** Marks one option; before the first and after the last comes the field itself. */
function mark(options: readonly HTMLElement[], wanted: number, { input }: Combobox): void {
  const at = wanted < -1 ? options.length - 1 : wanted;
  for (const [index, option] of options.entries()) option.ariaSelected = String(index === at);
  const option = options[at];
  if (option === undefined) return input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
}

function choose(option: HTMLElement, box: Combobox): void {
  const { id, label } = option.dataset;
  if (id === undefined || label === undefined) return;
  box.input.value = label;
  box.input.dataset.placeId = id;
  show({ ...box, places: [] });
  box.input.dispatchEvent(new Event('change', { bubbles: true }));
}
