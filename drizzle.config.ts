import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['tables', 'account-tables', 'posting-tables', 'moderation-tables'].map((name) => `./db/schema/${name}.ts`),
  out: './db/migrations',
  casing: 'snake_case',
});
