import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type BoardOptions, startBoard, type TestBoard } from '#tests/support/start-board.ts';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Visitor {
  readonly page: Page;
  /** What a visitor would not notice but must not happen: errors, breaches of the security policy, requests to others. */
  readonly complaints: readonly string[];
}

export interface VisitedBoard extends TestBoard {
  /** A new visitor with a browser of their own. */
  visit(options?: BrowserContextOptions): Promise<Visitor>;
}

/** The demonstration's jobs in the built Worker, searchable, and a browser to look at them. */
export async function visitedBoard(options: Pick<BoardOptions, 'buildDir'> = {}): Promise<VisitedBoard> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('There is no browser: set CHROME_PATH to a Chromium, or install one at /usr/bin/chromium.');
  const board = await startBoard({ seeded: true, ...options });
  await board.tick();
  const browser = await chromium.launch({ executablePath, args: QUIET });
  const close = async () => {
    await browser.close();
    await board.close();
  };
  return { ...board, close, visit: (options = {}) => newVisitor(browser, { baseURL: board.origin, ...options }) };
}

async function newVisitor(browser: Browser, options: BrowserContextOptions & { baseURL: string }): Promise<Visitor> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    const expected = said.text().startsWith('Failed to load resource: the server responded');
    if (said.type() === 'error' && !expected) complaints.push(said.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== options.baseURL) complaints.push(`asked ${request.url()}`);
  });
  return { page, complaints };
}
