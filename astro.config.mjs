import cloudflare from '@astrojs/cloudflare';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { demonstrationPages } from '#site/demonstration/demonstration-pages.ts';
import { subsetFonts } from '#site/fonts/subset-fonts.ts';
import { boardFileOf } from '#worker/local/board-file.ts';
import { buildConstants } from '#worker/local/build-constants.ts';
import { otherBoard } from '#worker/local/other-board-plugin.ts';
import { policyArchive } from '#worker/local/policy-archive-plugin.ts';
// Reads `BOARD` for this process, where the launcher has not.
import '#worker/local/other-board.mjs';

// Without an address of its own a board is a demonstration. While developing, the Worker is told one all the same.
const publicUrl = process.env.DEMONSTRATION === '1' ? undefined : process.env.PUBLIC_URL || undefined;
// While developing, files are kept where a start keeps them; a build keeps none.
const filesDir = process.env.FILES_DIR;
const boardFile = boardFileOf(process.env);

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  ...(publicUrl === undefined ? {} : { site: publicUrl }),
  output: 'server',
  trailingSlash: 'never',
  fetchFile: null,
  session: false,
  adapter: cloudflare({ imageService: 'passthrough', inspectorPort: false, persistState: filesDir ? { path: filesDir } : false }),
  integrations: [preact(), subsetFonts(), ...(publicUrl === undefined ? [demonstrationPages()] : [])],
  // Our own same-origin rule covers pages and API alike, against PUBLIC_URL.
  security: { checkOrigin: false },
  // Nothing inline: the Content-Security-Policy allows files of our own only.
  build: { format: 'file', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    define: await buildConstants({ publicUrl: publicUrl ?? null, boardFile }),
    plugins: [policyArchive(boardFile), ...(boardFile === null ? [] : [otherBoard(boardFile)])],
    // Without it the first page with Preact that the development server renders is blank.
    ssr: { optimizeDeps: { include: ['preact/devtools'] } },
  },
});
