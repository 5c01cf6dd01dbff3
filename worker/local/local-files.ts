import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { FileBucket } from '#worker/env.ts';
import { withoutSignalHandlers } from '#worker/local/signals.ts';

/** The bucket's name in wrangler.toml, by which the local runtime finds its files again. */
export const BUCKET = 'keepword-files';

/** Below the folder for data; the development server puts its version beneath, and so does everybody else. */
export function filesDirIn(dataDir: string): string {
  return join(dataDir, 'files', 'v3');
}

export interface LocalFiles {
  readonly bucket: FileBucket;
  close(): Promise<void>;
}

/** The bucket that a board on this machine keeps its files in, for work that is done beside its Worker. Both may be open at once. */
export async function openLocalFiles(filesDir: string): Promise<LocalFiles> {
  const nothing = { type: 'ESModule' as const, path: 'nothing.mjs', contents: 'export default {}' };
  const options = convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    telemetry: { enabled: false },
    resourcePersistencePath: filesDir,
    workers: [{ name: 'files', compatibilityDate: '2026-10-01', modules: [nothing], r2Buckets: { FILES: BUCKET } }],
  });
  const miniflare = withoutSignalHandlers(() => new Miniflare(options));
  const bucket: FileBucket = await miniflare.getR2Bucket('FILES');
  return { bucket, close: () => miniflare.dispose() };
}
