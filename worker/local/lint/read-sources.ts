import { basename } from 'node:path';
import { readCode } from '#worker/local/lint/read-code.ts';
import type { WrittenText } from '#worker/local/lint/text.ts';
import { type Message, messagesIn, wordsIn } from '#worker/local/lint/written-texts.ts';
import { projectDir } from '#worker/local/project.ts';

/** Where words of the policies, the clauses and the consent notice are written. */
const WORDS = ['worker/promises/model', 'worker/consent/model', 'worker/board/model'];
const MESSAGES = 'site/messages';

/** Everything that the board says, in every language. */
export async function readWords(): Promise<readonly WrittenText[]> {
  return (await readCode(projectDir, WORDS)).flatMap(wordsIn);
}

const CATALOGUE = /^([a-z]{2,3})(?:-\w+)?\.ts$/;

/** The catalogues of the interface: files that begin with their language. */
export async function readMessages(): Promise<readonly Message[]> {
  return (await readCode(projectDir, [MESSAGES])).flatMap((source) => {
    const language = CATALOGUE.exec(basename(source.file))?.[1];
    return language === undefined ? [] : messagesIn(source, language);
  });
}
