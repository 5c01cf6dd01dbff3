/**
 * Makes and uses passkeys: a form of `PasskeyForm.astro` is sent once the browser's credential is in it, so that the page behind it does the
 * rest as it does for every other form. Where the browser has no passkeys the forms stay hidden, and what stands in their place is shown.
 */
export function usePasskeys(): void {
  if (!('PublicKeyCredential' in window) || typeof PublicKeyCredential.parseRequestOptionsFromJSON !== 'function') return;
  for (const instead of document.querySelectorAll<HTMLElement>('[data-without-passkeys]')) instead.hidden = true;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    if (!form.hidden) continue;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(form);
    });
  }
}

async function send(form: HTMLFormElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>('[data-problem]');
  const field = form.elements.namedItem('credential');
  if (!(field instanceof HTMLInputElement) || problem === null) return;
  problem.hidden = true;
  try {
    field.value = JSON.stringify(await credentialFor(form));
    // Not `requestSubmit`, which would come back here.
    form.submit();
  } catch (error) {
    problem.textContent = error instanceof Refused ? error.message : (form.dataset['failed'] ?? '');
    problem.hidden = false;
  }
}

/** What the board said no with, in words for people. */
class Refused extends Error {}

async function credentialFor({ dataset }: HTMLFormElement): Promise<Credential | null> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(dataset['options'] ?? '', { method: 'POST', headers, body: dataset['asks'] ?? '{}' });
  const { options, error } = await response.json();
  if (error !== undefined) throw new Refused(error.message);
  const credential = await (dataset['passkey'] === 'make'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  if (credential === null) throw new Error('The browser gave no passkey.');
  return credential;
}
