import { applySetup } from '#search/meilisearch/apply-setup.ts';

/** `npm run search:setup`: makes a Meilisearch server ready and says what to configure. */
const url = process.env['MEILI_URL'] ?? '';
const masterKey = process.env['MEILI_MASTER_KEY'] ?? '';

if (!URL.canParse(url)) fail('MEILI_URL is not set: give the address of the Meilisearch server, such as http://127.0.0.1:7700.');
if (masterKey === '') fail('MEILI_MASTER_KEY is not set: give the master key of the server. It is used here once and kept nowhere.');

try {
  const { searchKey, syncKey, changed } = await applySetup({ url, masterKey });
  console.log(changed.length === 0 ? 'The settings were right already.' : `Settings changed: ${changed.join(', ')}.`);
  console.log(`Configure the board with:\n\nMEILI_URL=${url}\nMEILI_SEARCH_KEY=${searchKey}\nMEILI_SYNC_KEY=${syncKey}`);
} catch (error) {
  fail(`The server could not be set up: ${error instanceof Error ? error.message : String(error)}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
