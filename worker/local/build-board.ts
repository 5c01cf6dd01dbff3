import { ensureBuilt } from '#worker/local/build.ts';
import { orderly } from '#worker/local/orderly.ts';
import { readSettings } from '#worker/local/settings.ts';

/** `npm run build`: what `npm run deploy` uploads. A board for everybody has an address. */
await orderly(async () => {
  const { buildDir, publicUrl, boardFile } = readSettings(process.env);
  await ensureBuilt({ buildDir, publicUrl, boardFile, onStart: () => console.log('Building …') });
  console.log(`The build for ${publicUrl ?? 'a demonstration board'} is in ${buildDir}.`);
});
