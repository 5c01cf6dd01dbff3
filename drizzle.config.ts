import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/schema/tables.ts', './db/schema/account-tables.ts'],
  out: './db/migrations',
  casing: 'snake_case',
});
