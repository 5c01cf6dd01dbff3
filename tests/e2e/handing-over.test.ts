import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD, signedIn } from '#tests/support/accounts.ts';
import { aGuest, confirmed } from '#tests/support/guests.ts';
import { follow, followMail, heading, onPhone, open, press } from '#tests/support/phone.ts';
import { aPost, makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
let employer: TestEmployer;
let owner: Page;
let moderator: Page;
beforeAll(async () => {
  board = await visitedBoard();
  employer = await makeEmployer(board.database.db, { name: 'Harbour Works' });
  owner = await onPhone(board, await signedIn(board, employer.owner));
  moderator = await onPhone(board, await signedIn(board, await makeAccount(board.database.db, { role: 'moderator' })));
});
afterAll(() => board.close());

const told = async (page: Page) => ((await page.getByRole('status').first().textContent()) ?? '').trim();
const complaint = async (page: Page) => ((await page.getByRole('alert').first().textContent()) ?? '').trim();
const main = async (page: Page) => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
const state = async (page: Page) => (await page.getByRole('heading', { name: /^How it stands/ }).textContent())?.trim();

async function invite(email: string): Promise<void> {
  await open(owner, `/hire/employers/${employer.id}/members`);
  await owner.getByLabel('E-mail address').fill(email);
  await press(owner, 'Send the invitation');
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign in');
}

async function approve(title: string): Promise<void> {
  await open(moderator, '/moderate');
  await follow(moderator, title);
  await press(moderator, 'Approve');
}

test('somebody who is invited signs in on the way and joins; the link joins nobody else after that', async () => {
  await invite('no address');
  expect(await complaint(owner)).toContain('Write the whole e-mail address');
  const { email } = await makeAccount(board.database.db, { role: 'employer', email: 'new.colleague@firm.example' });
  await invite(email);
  expect(await told(owner)).toContain('The invitation is on its way.');
  const visitor = await onPhone(board);
  await followMail(visitor, /write ads|employer/i);
  expect(await main(visitor)).toContain('You are invited to write ads for Harbour Works');
  await follow(visitor, 'Sign in');
  await signIn(visitor, email);
  await press(visitor, 'Join Harbour Works');
  expect([await heading(visitor), await told(visitor)]).toEqual(['Harbour Works', 'You can write ads for this employer now.']);
  await open(visitor, '/hire/join');
  expect(await heading(visitor)).toBe('No link is open here');
});

test('an account for seekers that is invited is told what to do', async () => {
  const seeker = await makeAccount(board.database.db, { email: 'seeking@firm.example' });
  await invite(seeker.email);
  const page = await onPhone(board, await signedIn(board, seeker));
  await followMail(page, /write ads|employer/i);
  expect(await main(page)).toContain('make an account for employers with another e-mail address');
  expect(await page.getByRole('button', { name: 'Join Harbour Works' }).count()).toBe(0);
});

test('what is over is put in again, looked at, and public under its old day', async () => {
  const now = Date.now() - 3 * 86_400_000;
  const { id } = await makePost(board.database.db, { state: 'stopped', employer, now, content: aPost({ title: 'Crane driver' }) });
  await open(owner, `/hire/posts/${id}`);
  const day = await owner.getByText('First public').locator('+ dd').textContent();
  await press(owner, 'Put it in again');
  expect([await state(owner), await told(owner)]).toEqual([
    'How it stands: With a moderator',
    'Sent. A moderator looks at it, and you get a mail.',
  ]);
  await approve('Crane driver');
  await open(owner, `/hire/posts/${id}`);
  expect(await state(owner)).toBe('How it stands: Public');
  expect(await owner.getByText('First public').locator('+ dd').textContent()).toBe(day);
});

test('a domain is proven by a mail to a standard mailbox; a file that the board cannot look at proves and refutes nothing', async () => {
  const verify = `/hire/employers/${employer.id}/verify`;
  const begin = async (domain: string, way: string) => {
    await owner.getByLabel('Domain', { exact: true }).fill(domain);
    await owner.getByLabel(way, { exact: true }).check();
    await press(owner, 'Begin');
  };
  await open(owner, verify);
  await begin('gmail.com', 'By mail');
  expect(await complaint(owner)).toContain('Everybody can get a mailbox there');
  await begin('harbour-works.com', 'By a file on your web site');
  expect(await main(owner)).toContain('https://harbour-works.com/.well-known/');
  await press(owner, /Look now/);
  expect(await told(owner)).toContain('We could not look just now.');
  await begin('harbour-works.com', 'By mail');
  expect(await main(owner)).toContain('A mail went to postmaster@harbour-works.com');
  await followMail(owner, /harbour-works\.com|domain/i);
  await press(owner, 'Yes, confirm harbour-works.com');
  expect(await told(owner)).toBe('Confirmed. Thank you.');
  await follow(owner, 'To your employers');
  await publishOne('Diver');
  await open(owner, `/employers/${employer.slug}`);
  expect(await main(owner)).toContain('Verified: harbour-works.com');
});

async function publishOne(title: string): Promise<void> {
  await makePost(board.database.db, { state: 'published', employer, content: aPost({ title }) });
}

test('a public ad without an account is copied, taken into an account, and put under an employer', async () => {
  const title = 'Watch on the quay by night';
  const guest = await aGuest(board, { title });
  const page = await onPhone(board, await confirmed(board, guest));
  await approve(title);
  await open(page, '/hire/guest');
  expect(await state(page)).toBe('How it stands: Public');
  await press(page, 'Make a copy');
  expect([await heading(page), await page.getByLabel('Title').inputValue()]).toEqual(['Your vacancy', title]);
  await open(page, '/hire/guest');
  await follow(page, 'Take it into an account');
  await signIn(page, employer.recruiter.email);
  await press(page, 'Take it into my account');
  await open(page, `/hire/posts/${guest.id}`);
  expect(await state(page)).toBe('How it stands: Public');
  await page.getByLabel('Written for').selectOption({ label: 'Harbour Works' });
  await press(page, 'Copy it for this employer');
  expect(await page.getByLabel('Title').inputValue()).toBe(title);
  await open(page, '/hire');
  expect(await main(page)).toContain(`${title}Harbour Works · VacancyDraft`);
  expect((await fetch(`${board.origin}/api/jobs/${guest.id}`)).status).toBe(200);
});
