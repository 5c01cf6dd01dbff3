import { offerPlacesIn } from '#site/islands/place-suggestions.ts';

/** Suggests places in every field of a list of them, and adds a field without a round to the server. */
export function offerSeveralPlaces(): void {
  const group = document.querySelector<HTMLElement>('[data-places].places-typed');
  if (group === null) return;
  for (const input of group.querySelectorAll<HTMLInputElement>('[data-place]')) offerIn(input, group);
  const more = group.querySelector<HTMLButtonElement>('[data-more-places]');
  more?.addEventListener('click', (event) => {
    event.preventDefault();
    addField(group, more);
  });
}

function offerIn(input: HTMLInputElement, group: HTMLElement): void {
  input.dataset.places = group.dataset.places ?? '';
  offerPlacesIn(input);
  // What was chosen goes by its id, in the field that is not seen; what is typed goes as it stands.
  input.addEventListener('input', () => nameBy(input, input.dataset.placeId));
  input.addEventListener('change', () => nameBy(input, input.dataset.placeId));
}

function nameBy(input: HTMLInputElement, placeId: string | undefined): void {
  const hidden = input.parentElement?.querySelector<HTMLInputElement>('input[type=hidden]');
  if (hidden === null || hidden === undefined) return;
  input.name = placeId === undefined ? 'places' : '';
  hidden.name = placeId === undefined ? '' : 'places';
  hidden.value = placeId ?? '';
}

function addField(group: HTMLElement, more: HTMLElement): void {
  const rows = group.querySelectorAll<HTMLElement>('.place');
  const row = rows[rows.length - 1]?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return;
  row.querySelector('.places')?.remove();
  const input = row.querySelector<HTMLInputElement>('[data-place]');
  const label = row.querySelector('label');
  if (input === null || label === null) return;
  delete input.dataset.placeId;
  const number = rows.length + 1;
  const id = `places-${number}`;
  Object.assign(input, { id, value: '' });
  Object.assign(label, { htmlFor: id, textContent: (label.textContent ?? '').replace(/\d+/, String(number)) });
  nameBy(input, undefined);
  more.before(row);
  offerIn(input, group);
  input.focus();
}
