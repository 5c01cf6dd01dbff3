import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';

/** Every document that a board has published, as it was published: `FOLDER/1/privacy.en.json`, by version, then by name. */
export function readArchive(folder: string): readonly PolicyDocument[] {
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder)
    .filter((name) => /^[1-9]\d*$/.test(name))
    .sort((one, other) => Number(one) - Number(other));
  return versions.flatMap((version) => readVersion(join(folder, version)));
}

/** Writes documents into the folders of their versions; returns the paths. */
export function writeArchive(folder: string, documents: readonly PolicyDocument[]): readonly string[] {
  return documents.map((document) => {
    const path = join(folder, String(document.version), `${document.id}.${document.language}.json`);
    mkdirSync(join(folder, String(document.version)), { recursive: true });
    writeFileSync(path, archived(document));
    return path;
  });
}

/** A document as a file of the archive holds it. */
export function archived(document: PolicyDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function readVersion(folder: string): readonly PolicyDocument[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name): PolicyDocument => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}
