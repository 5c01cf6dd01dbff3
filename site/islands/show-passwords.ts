/** Lets a person see the password that they type. Without script the button is not there. */
export function showPasswords(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-shows]')) {
    const field = document.getElementById(button.dataset['shows'] ?? '');
    if (!(field instanceof HTMLInputElement)) continue;
    const show = (isShown: boolean) => {
      field.type = isShown ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(isShown));
    };
    button.addEventListener('click', () => show(field.type === 'password'));
    // A browser remembers what was typed into fields of text.
    field.form?.addEventListener('submit', () => show(false));
    button.hidden = false;
  }
}
