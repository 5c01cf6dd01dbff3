import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from '#tests/support/chromium.ts';

/** As Chromium's settings write "block all cookies". */
const BLOCKED = { profile: { default_content_setting_values: { cookies: 2 } } };

export interface BlockingVisitor {
  readonly page: Page;
  close(): Promise<void>;
}

/** A visitor who has blocked all cookies in the settings of their browser, which an emulation shows to pages otherwise than it is. */
export async function visitWithCookiesBlocked(baseURL: string): Promise<BlockingVisitor> {
  const executablePath = chromiumPath() ?? '';
  const profile = await mkdtemp(join(tmpdir(), 'keepword-profile-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(BLOCKED));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: ['--no-sandbox', '--disable-gpu'], baseURL });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { page: await context.newPage(), close };
}
