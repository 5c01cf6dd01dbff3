import { defineConfig } from 'vitest/config';
import { buildConstants } from '#worker/local/build-constants.ts';

const shared = {
  // Long enough for a machine that has much else to do: only what hangs is stopped.
  testTimeout: 90_000,
  hookTimeout: 180_000,
  pool: 'forks' as const,
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  define: await buildConstants({ publicUrl: null, boardFile: null }),
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...shared, name: 'parts', include: ['tests/{unit,db,search,site,architecture}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { ...shared, name: 'board', include: ['tests/{api,worker}/**/*.test.ts'], globalSetup: './tests/support/build-once.ts' },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          globalSetup: './tests/support/build-once.ts',
        },
      },
    ],
  },
});
