import type { Copy } from '#worker/privacy/model/copy.ts';
import { copyPage } from '#worker/privacy/model/copy-page.ts';
import { copySchema } from '#worker/privacy/model/copy-schema.ts';
import type { OwnTableRows } from '#worker/privacy/model/own-data.ts';
import { inLanguage, type Words } from '#worker/promises/model/words.ts';

const README: Words = {
  en: `A copy of your data
===================

your-data.html         everything in words: open it in a browser, or print it
your-data.json         the same for programs: take it wherever you like
your-data.schema.json  describes every field of your-data.json (JSON Schema)
pictures/              the pictures of your ads, where there are some

The files hold what was kept at the moment they were made.
Keep them where only you can read them. They need no network, and fetch nothing.
`,
};

/** The files of a copy, by their names, which are the same for everybody. */
export function copyFiles(copy: Copy, tables: readonly OwnTableRows[]): Readonly<Record<string, string>> {
  return {
    'README.txt': inLanguage(README, copy.language),
    'your-data.html': copyPage(copy, tables),
    'your-data.json': `${JSON.stringify(copy, null, 2)}\n`,
    'your-data.schema.json': `${JSON.stringify(copySchema(tables), null, 2)}\n`,
  };
}
