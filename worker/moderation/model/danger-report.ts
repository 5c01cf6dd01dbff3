import type { Board } from '#worker/board/model/board.ts';
import { sayFirst } from '#worker/board/model/say-first.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { Words } from '#worker/promises/model/words.ts';

export interface DangerNoted {
  readonly notice: { readonly id: string; readonly url: string; readonly ground: string; readonly receivedAt: number };
  readonly explanation: string | null;
  readonly title: string;
  readonly board: Pick<Board, 'name' | 'controller' | 'contactPoints'>;
  readonly now: number;
}

const LETTER: Words = {
  en: `Notification of suspected criminal offences involving a threat to life or safety
under Article 18 of Regulation (EU) 2022/2065 (Digital Services Act)

From: {from}
Point of contact for authorities: {contact}
Date: {date}
Our reference: {reference}

What: a job advertisement on {board}, “{title}”
Where: {url}
Reported to us: {received}, as “{ground}”

What was reported, word for word:
{explanation}

What we have done: …
What we know of the author, on your lawful request: account or confirmed e-mail address, times of posting, the text as it was.`,
};
const ERASED: Words = { en: '(the person who reported it has had these words erased)' };

/** The text that goes to the police of the country concerned (Regulation (EU) 2022/2065, Art. 18): without the name of whoever reported. */
export function draftDangerReport({ notice, explanation, title, board, now }: DangerNoted): string {
  const { controller, contactPoints } = board;
  const { mail, languages } = contactPoints.authorities;
  return sayFirst(LETTER, {
    from: `${controller.name}, ${controller.postalAddress.join(', ')}, ${controller.country}`,
    contact: `${mail} (${languages.join(', ')})`,
    date: isoTime(now),
    reference: notice.id,
    board: board.name,
    title,
    url: notice.url,
    received: isoTime(notice.receivedAt),
    ground: notice.ground,
    explanation: explanation ?? sayFirst(ERASED),
  });
}
