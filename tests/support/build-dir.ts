import { resolve } from 'node:path';

/** Where the tests' build is: a demonstration build, made by the global setup. */
export const testBuildDir = resolve(process.env['BUILD_DIR'] ?? 'dist');
