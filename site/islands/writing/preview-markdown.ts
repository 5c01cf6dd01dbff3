/** Long enough that the page does not jump with each letter. */
const PAUSE_MS = 300;

/** Shows beside a text in Markdown how it looks, when asked; what renders it comes then. Without script the page that shows the whole ad does this. */
export function previewMarkdown(): void {
  for (const text of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-previews]')) offerPreview(text);
}

function offerPreview(text: HTMLTextAreaElement): void {
  const { previews = '', hides = '', shown = '' } = text.dataset;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'button plain small', textContent: previews, ariaExpanded: 'false' });
  const paper = document.createElement('div');
  Object.assign(paper, {
    id: `${text.id}-shown`,
    className: 'prose shown',
    hidden: true,
    role: 'region',
    ariaLabel: shown,
    lang: text.lang,
    dir: 'auto',
  });
  button.setAttribute('aria-controls', paper.id);
  text.after(button, paper);
  let timer = 0;
  text.addEventListener('input', () => {
    clearTimeout(timer);
    if (!paper.hidden) timer = window.setTimeout(() => render(text, paper), PAUSE_MS);
  });
  button.addEventListener('click', async () => {
    if (paper.hidden) await render(text, paper);
    paper.hidden = !paper.hidden;
    button.textContent = paper.hidden ? previews : hides;
    button.ariaExpanded = String(!paper.hidden);
  });
}

/** Where the renderer does not come (a network that fails), what was shown stays. */
async function render(text: HTMLTextAreaElement, paper: HTMLElement): Promise<void> {
  const writer = await import('#site/islands/writing/render-markdown.ts').catch(() => null);
  writer?.showMarkdown(text.value, paper);
}
