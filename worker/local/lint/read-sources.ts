import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { WrittenText } from '#worker/local/lint/text.ts';
import { type Message, messagesIn, type SourceFile, wordsIn } from '#worker/local/lint/written-texts.ts';
import { projectDir } from '#worker/local/project.ts';

/** Where words of the policies, the clauses and the consent notice are written. */
const WORDS = ['worker/promises/model', 'worker/consent/model', 'worker/board/model'];
const MESSAGES = 'site/messages';

/** Everything that the board says, in every language. */
export async function readWords(): Promise<readonly WrittenText[]> {
  return (await Promise.all(WORDS.map(sourcesIn))).flat().flatMap(wordsIn);
}

const CATALOGUE = /^([a-z]{2,3})(?:-\w+)?\.ts$/;

/** The catalogues of the interface: files that begin with their language. */
export async function readMessages(): Promise<readonly Message[]> {
  return (await sourcesIn(MESSAGES)).flatMap((source) => {
    const language = CATALOGUE.exec(basename(source.file))?.[1];
    return language === undefined ? [] : messagesIn(source, language);
  });
}

async function sourcesIn(folder: string): Promise<readonly SourceFile[]> {
  const entries = await readdir(join(projectDir, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(paths.sort().map(async (path) => ({ file: relative(projectDir, path), text: await readFile(path, 'utf8') })));
}
