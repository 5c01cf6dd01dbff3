import lighthouse, { type Flags } from 'lighthouse';
import { type Browser, chromium } from 'playwright-core';
import { chromiumPath } from '#tests/support/chromium.ts';
import { freePort } from '#tests/support/free-port.ts';

export interface Lighthouse {
  /** Scores of 0 to 100 by category, and what cost points, with the first place where it stands. */
  audit(url: string, categories: readonly LighthouseCategory[]): Promise<LighthouseReport>;
  close(): Promise<void>;
}

export type LighthouseCategory = 'performance' | 'accessibility' | 'best-practices' | 'seo';

export interface LighthouseReport {
  readonly scores: Readonly<Partial<Record<LighthouseCategory, number>>>;
  readonly faults: readonly string[];
}

/** Waits for nothing that only matters to a clock. */
const WITHOUT_A_CLOCK: Flags = {
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 100,
  cpuQuietThresholdMs: 100,
  disableFullPageScreenshot: true,
};

/** One browser for many audits, one after another. A phone with a slow network is computed, as Lighthouse does by itself. */
export async function startLighthouse(): Promise<Lighthouse> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('There is no browser: set CHROME_PATH to a Chromium, or install one at /usr/bin/chromium.');
  const port = await freePort();
  const args = ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`];
  const browser: Browser = await chromium.launch({ executablePath, args });
  return {
    audit: (url, categories) => auditPage({ url, categories, port }),
    close: () => browser.close(),
  };
}

interface Task {
  readonly url: string;
  readonly categories: readonly LighthouseCategory[];
  readonly port: number;
}

async function auditPage({ url, categories, port }: Task): Promise<LighthouseReport> {
  const measured = categories.includes('performance') ? {} : WITHOUT_A_CLOCK;
  const result = await lighthouse(url, { ...measured, port, onlyCategories: [...categories], logLevel: 'silent', output: 'json' });
  if (result === undefined) throw new Error(`Lighthouse did not look at ${url}.`);
  const { lhr } = result;
  if (lhr.runtimeError !== undefined) throw new Error(`Lighthouse could not look at ${url}: ${lhr.runtimeError.message}`);
  const faults = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && (score ?? 1) < 1);
  return {
    scores: Object.fromEntries(categories.map((id) => [id, Math.round((lhr.categories[id]?.score ?? 0) * 100)])),
    faults: faults.map(({ id, title, details }) => `${id}: ${title} ${JSON.stringify(firstItem(details))}`),
  };
}

function firstItem(details: unknown): unknown {
  return typeof details === 'object' && details !== null && 'items' in details && Array.isArray(details.items) ? details.items[0] : null;
}
