import { chromiumPath } from '#tests/support/chromium.ts';
import { type LighthouseCategory, startLighthouse } from '#tests/support/lighthouse.ts';

const CATEGORIES: readonly LighthouseCategory[] = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Lighthouse's four scores of pages, on the phone with a slow network that it takes by itself; null where there is no browser. */
export async function measureLighthouse(origin: string, paths: readonly string[]): Promise<readonly (readonly string[])[] | null> {
  if (chromiumPath() === null) return null;
  const lighthouse = await startLighthouse();
  const rows = [['of 100', ...CATEGORIES]];
  for (const path of paths) {
    const { scores } = await lighthouse.audit(origin + path, CATEGORIES);
    rows.push([path.replace(/-[a-z2-7]{20}$/, '-…'), ...CATEGORIES.map((category) => String(scores[category] ?? '–'))]);
  }
  await lighthouse.close();
  return rows;
}
