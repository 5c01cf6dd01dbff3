import { render } from 'preact';
import { searchJobs } from '#site/api/api-client.ts';
import { overHttp } from '#site/api/http.ts';
import { SEARCH_FORM } from '#site/islands/facets.tsx';
import { readForm, writeForm, writePlace } from '#site/islands/search-fields.ts';
import { SearchResults } from '#site/islands/search-results.tsx';
import { askedText, countText, titleText } from '#site/lib/search-line.ts';
import { type Voice, type VoiceSettings, voiceOf } from '#site/lib/voice.ts';
import type { SearchView } from '#worker/jobs/model/job-view.ts';

const PAUSE_MS = 150;
const NOTHING_ASKED_WRONGLY = { ignored: [], page: null };

interface Page {
  readonly form: HTMLFormElement;
  readonly root: HTMLElement;
  readonly status: HTMLElement;
  readonly settings: VoiceSettings;
}

/** How a search enters the history: typing renews the entry, a choice adds one, going back leaves it alone. */
type Entry = 'renew' | 'add' | 'leave';

/** Lets results, filters and address follow what is typed and chosen. The first answer takes over the rendered page; until then nothing runs. */
export function followTyping(): void {
  const form = document.querySelector<HTMLFormElement>(`#${SEARCH_FORM}`);
  const root = document.querySelector<HTMLElement>('#results');
  const status = document.querySelector<HTMLElement>('#status');
  const settings = document.querySelector('#voice')?.textContent;
  if (form && root && status && settings) listen({ form, root, status, settings: JSON.parse(settings) });
}

function listen(page: Page): void {
  const { form, root } = page;
  const go = searcher(page);
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => go(readForm(form), 'renew'), PAUSE_MS);
  };
  const now = () => {
    clearTimeout(timer);
    go(readForm(form), 'add');
  };
  form.addEventListener('input', ({ target }) => target instanceof HTMLInputElement && target.name === 'q' && soon());
  form.addEventListener('change', ({ target }) => target instanceof HTMLElement && target.id !== 'q' && now());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    now();
    if (root.contains(event.submitter)) showJobs(root);
  });
  root.addEventListener('change', now);
  root.addEventListener('click', (event) => {
    const search = ownSearch(event, form);
    if (search === null) return;
    event.preventDefault();
    clearTimeout(timer);
    writeForm(form, search);
    go(search, 'add').then(() => document.activeElement === document.body && root.querySelector('h1')?.focus());
  });
  addEventListener('popstate', () => {
    const search = new URLSearchParams(location.search);
    writeForm(form, search);
    go(search, 'leave');
  });
}

/** From the filters of a small screen to what they found. */
function showJobs(root: HTMLElement): void {
  root.querySelector('.filters')?.removeAttribute('open');
  root.querySelector('h1')?.focus();
}

/** The search behind a pressed link of this same page; null for other links, new tabs, and other pages of a result. */
function ownSearch(event: MouseEvent, form: HTMLFormElement): URLSearchParams | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const turnsPage = link.relList.contains('next') || link.relList.contains('prev');
  return turnsPage || link.pathname !== new URL(form.action).pathname ? null : new URLSearchParams(link.search);
}

/** Runs one search at a time; a newer one cancels the one under way. */
function searcher(page: Page): (search: URLSearchParams, entry: Entry) => Promise<void> {
  const voice = voiceOf(page.settings, Date.now());
  let asking = new AbortController();
  return async (search, entry) => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const address = voice.paths.jobs(search);
    if (entry === 'add' && address !== location.pathname + location.search) history.pushState(null, '', address);
    if (entry === 'renew') history.replaceState(null, '', address);
    page.root.setAttribute('aria-busy', 'true');
    const answer = await searchJobs(overHttp, search.toString(), signal).catch(() => null);
    if (signal.aborted) return;
    page.root.removeAttribute('aria-busy');
    page.status.className = answer === null ? 'failed' : 'unseen';
    if (answer === null) page.status.textContent = voice.t('search.failed');
    // What the API refuses, the page explains.
    else if (!answer.ok) location.assign(address);
    else show(answer.body, page, voice);
  };
}

function show(view: SearchView, { form, root, status, settings }: Page, voice: Voice): void {
  const focused = document.activeElement;
  const kept = focused instanceof HTMLInputElement && root.contains(focused) ? { name: focused.name, value: focused.value } : null;
  const open = [...root.querySelectorAll('details[open]')].map(({ id }) => id);
  render(<SearchResults view={view} voice={voice} asked={NOTHING_ASKED_WRONGLY} />, root);
  // Taking over takes away what the visitor opened before.
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (kept !== null) inputOf(root, kept)?.focus({ preventScroll: true });
  writePlace(form, view);
  document.title = voice.t('frame.titled', { title: titleText(view, voice), board: settings.board });
  status.textContent = `${countText(view, voice)} ${askedText(view, voice)}`;
}

/** Taking over reuses elements, so that a choice may now be drawn by another one. */
function inputOf(root: HTMLElement, { name, value }: { name: string; value: string }): HTMLInputElement | undefined {
  return [...root.querySelectorAll<HTMLInputElement>('input')].find((input) => input.name === name && input.value === value);
}
