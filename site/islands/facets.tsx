import { FILTERS, type FilterName, filterLabel, messageFor, SINGLE } from '#site/lib/filters.ts';
import type { Voice } from '#site/lib/voice.ts';
import type { FacetValue, SearchView } from '#worker/jobs/model/job-view.ts';

/** The form that facets belong to, wherever they stand on the page. */
export const SEARCH_FORM = 'search';
const SHOWN = 7;

interface FacetsProps {
  readonly view: SearchView;
  readonly voice: Voice;
  readonly active: number;
}

/** The filters: beside the results where there is room, else behind one button that needs no script. */
export function Facets({ view, voice, active }: FacetsProps) {
  const { t } = voice;
  if (!FILTERS.some((name) => isUseful(name, view))) return null;
  return (
    <details class="filters" id="filters">
      <summary>{active === 0 ? t('search.filters') : t('search.filters.count', { count: active })}</summary>
      {FILTERS.map((name) => (
        <Facet key={name} name={name} view={view} voice={voice} />
      ))}
      <button class="button plain show" type="submit" form={SEARCH_FORM}>
        {t('search.filters.show')}
      </button>
    </details>
  );
}

interface FacetProps {
  readonly name: FilterName;
  readonly view: SearchView;
  readonly voice: Voice;
}

function Facet({ name, view, voice }: FacetProps) {
  const values = choicesOf(name, view);
  if (!isUseful(name, view)) return null;
  const radio = SINGLE.includes(name) && values.length > 1;
  // All that is found has the one value that was chosen; the answer does not count a value that it did not offer.
  const choice = (facet: FacetValue) => (
    <Choice
      key={facet.value}
      name={name}
      radio={radio}
      facet={facet}
      label={filterLabel({ name, value: facet.value, view }, voice)}
      count={facet.selected && SINGLE.includes(name) ? view.total : facet.count}
      voice={voice}
    />
  );
  return (
    <fieldset class="facet">
      <legend>{voice.t(`search.facet.${name}`)}</legend>
      {radio && <AnyChoice name={name} checked={!values.some(({ selected }) => selected)} voice={voice} />}
      {values.slice(0, SHOWN).map(choice)}
      {values.length > SHOWN && (
        <details id={`more-${name}`}>
          <summary>{voice.t('search.filters.more')}</summary>
          {values.slice(SHOWN).map(choice)}
        </details>
      )}
    </fieldset>
  );
}

/** A single choice tells nothing apart, unless it is chosen, or is remote work. */
function isUseful(name: FilterName, view: SearchView): boolean {
  const values = choicesOf(name, view);
  return values.length > 1 || values.some(({ selected }) => selected || name === 'remote');
}

/** What can be chosen; what was chosen comes first where the list is cut. */
function choicesOf(name: FilterName, view: SearchView): readonly FacetValue[] {
  const all = (view.facets[name] ?? []).filter(({ count, selected }) => count > 0 || selected);
  if (all.length <= SHOWN) return all;
  return [...all.filter(({ selected }) => selected), ...all.filter(({ selected }) => !selected)];
}

interface ChoiceProps {
  readonly name: FilterName;
  readonly radio: boolean;
  readonly facet: FacetValue;
  readonly label: string;
  readonly count: number;
  readonly voice: Voice;
}

function Choice({ name, radio, facet, label, count, voice }: ChoiceProps) {
  return (
    <label>
      <input type={radio ? 'radio' : 'checkbox'} name={name} value={facet.value} checked={facet.selected} form={SEARCH_FORM} />
      <span class="name" dir="auto">
        {label}
      </span>
      <span class="count">{voice.format.number(count)}</span>
    </label>
  );
}

function AnyChoice({ name, checked, voice }: { name: FilterName; checked: boolean; voice: Voice }) {
  const key = name === 'remote' ? 'search.filters.any' : messageFor(`search.${name}.any`);
  return (
    <label>
      <input type="radio" name={name} value="" checked={checked} form={SEARCH_FORM} />
      <span class="name">{voice.t(key)}</span>
    </label>
  );
}
