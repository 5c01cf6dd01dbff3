import { afterAll, beforeAll, expect, test } from 'vitest';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

async function signUpPage() {
  const { page } = await board.visit();
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto('/sign-up');
  return { page, scripts, password: page.locator('input[autocomplete="new-password"]'), note: page.locator('[data-strength-of]') };
}

test('what estimates a password comes when somebody types one, and not before', async () => {
  const { page, scripts, password, note } = await signUpPage();
  await page.waitForLoadState('networkidle');
  const before = scripts.length;
  expect(await note.textContent()).toBe('');
  await password.pressSequentially('purple');
  await note.filter({ hasText: 'Still too short: 6 of 15 characters.' }).waitFor();
  expect(scripts.length).toBeGreaterThan(before);
});

test('it says in words how hard a password is to guess, politely, and by the rules of the board', async () => {
  const { page, password, note } = await signUpPage();
  expect(await note.getAttribute('aria-live')).toBe('polite');
  await page.locator('input[type="email"]').fill('annabella.smithson@mailbox.example');
  const said = async (typed: string, text: RegExp) => {
    await password.fill(typed);
    await note.filter({ hasText: text }).waitFor({ state: 'attached' });
  };
  await said('abcdefghijklmnop', /repeats itself/);
  await said('annabella-smithson', /your own name or address/);
  await said('passwordpasswordmonkey', /[Ee]asy to guess/);
  await said('purple boats sell kelp', /Very hard to guess/);
  await said('', /^$/);
});

test('it takes nothing away: a weak password can be sent, and the board answers', async () => {
  const { page, password } = await signUpPage();
  await password.fill('abcdefghijklmnop');
  await page
    .getByRole('button', { name: /account|sign up/i })
    .first()
    .click();
  await page.getByRole('alert').waitFor();
  expect(await password.inputValue()).toBe('');
});

test('a password is shown on request, and hidden again', async () => {
  const { page, password } = await signUpPage();
  await password.fill('purple boats sell kelp');
  const show = page.getByRole('button', { name: /^Show/ });
  await show.click();
  expect(await password.getAttribute('type')).toBe('text');
  await show.click();
  expect(await password.getAttribute('type')).toBe('password');
});
