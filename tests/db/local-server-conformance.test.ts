import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type LibsqlCase, libsqlCases } from '#tests/support/libsql-cases.ts';
import { type LibsqlTarget, openFileTarget, openLocalServerTarget, openNamedServerTarget } from '#tests/support/libsql-target.ts';

const { LIBSQL_TEST_URL: url, LIBSQL_TEST_TOKEN: token } = process.env;

runCases('the local server', openLocalServerTarget);
runCases('a file', openFileTarget, ({ notForFiles }) => notForFiles);
if (url) runCases('the server named by LIBSQL_TEST_URL', () => openNamedServerTarget({ url, token }));
else
  test('a server named by LIBSQL_TEST_URL does the same', ({ skip }) => skip('LIBSQL_TEST_URL is not set, so no other server was asked'));

function runCases(
  name: string,
  open: () => Promise<LibsqlTarget>,
  exempt: (entry: LibsqlCase) => string | undefined = () => undefined,
): void {
  describe(name, () => {
    let target: LibsqlTarget;
    beforeAll(async () => {
      target = await open();
    });
    afterAll(() => target.close());

    for (const entry of libsqlCases) {
      test(entry.name, async ({ skip }) => {
        const reason = exempt(entry);
        if (reason) skip(reason);
        await withTable(target, entry);
      });
    }
  });
}

async function withTable(target: LibsqlTarget, entry: LibsqlCase): Promise<void> {
  const client = target.client();
  const table = `case_${randomBytes(6).toString('hex')}`;
  await client.execute(`create table ${table} (id integer primary key, name text unique, amount)`);
  try {
    await entry.run({ client, target, table });
  } finally {
    await client.execute(`drop table ${table}`);
    client.close();
  }
}
