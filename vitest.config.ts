import { defineConfig } from 'vitest/config';

const shared = {
  testTimeout: 30_000,
  hookTimeout: 120_000,
  pool: 'forks' as const,
};

export default defineConfig({
  define: { __DEMONSTRATION__: 'true' },
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
          testTimeout: 60_000,
          globalSetup: './tests/support/build-once.ts',
        },
      },
    ],
  },
});
