/** Long enough that a screen reader is not interrupted by each letter. */
const PAUSE_MS = 400;

/** Says beside each new password, while it is typed, how hard it is to guess. What estimates it comes when somebody begins to type. */
export function sayStrength(): void {
  for (const note of document.querySelectorAll<HTMLElement>('[data-strength-of]')) {
    const field = document.getElementById(note.dataset['strengthOf'] ?? '');
    if (!(field instanceof HTMLInputElement)) continue;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    field.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => judge(field, note), PAUSE_MS);
    });
  }
}

/** Where the estimate does not come (a network that fails), nothing is said: the board judges the password when it is sent. */
async function judge(field: HTMLInputElement, note: HTMLElement): Promise<void> {
  const judged = await import('#site/islands/judge-password.ts').catch(() => null);
  if (judged === null) return;
  const { board = '', least = '', words = '{}' } = note.dataset;
  const email = field.form?.querySelector<HTMLInputElement>('input[autocomplete="username"], input[type="email"]')?.value ?? '';
  note.textContent = judged.judgePassword(field.value, { least: Number(least), email, board, words: JSON.parse(words) });
}
