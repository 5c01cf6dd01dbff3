import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What may differ between the colour schemes. */
export const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page as it stands now, each as its rule and the first place. */
export async function axeFaults(page: Page, rules: readonly string[] = EVERY_RULE): Promise<readonly string[]> {
  // Through the debugger, which the page's security policy does not bind.
  await page.evaluate(await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'));
  const { violations } = await page.evaluate<AxeAnswer>(`axe.run({ runOnly: ${JSON.stringify(rules)} })`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
