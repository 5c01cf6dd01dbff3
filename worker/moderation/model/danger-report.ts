import type { Board } from '#worker/board/model/board.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';

export interface DangerNoted {
  readonly notice: { readonly id: string; readonly url: string; readonly ground: string; readonly receivedAt: number };
  readonly explanation: string | null;
  readonly title: string;
  readonly board: Pick<Board, 'name' | 'controller' | 'contactPoints'>;
  readonly now: number;
}

/** The text that goes to the police of the country concerned (Regulation (EU) 2022/2065, Art. 18): without the name of whoever reported. */
export function draftDangerReport({ notice, explanation, title, board, now }: DangerNoted): string {
  const { controller, contactPoints } = board;
  return [
    'Notification of suspected criminal offences involving a threat to life or safety',
    'under Article 18 of Regulation (EU) 2022/2065 (Digital Services Act)',
    '',
    `From: ${controller.name}, ${controller.postalAddress.join(', ')}, ${controller.country}`,
    `Point of contact for authorities: ${contactPoints.authorities.mail} (${contactPoints.authorities.languages.join(', ')})`,
    `Date: ${isoTime(now)}`,
    `Our reference: ${notice.id}`,
    '',
    `What: a job advertisement on ${board.name}, “${title}”`,
    `Where: ${notice.url}`,
    `Reported to us: ${isoTime(notice.receivedAt)}, as “${notice.ground}”`,
    '',
    'What was reported, word for word:',
    explanation ?? '(the person who reported it has had these words erased)',
    '',
    'What we have done: …',
    'What we know of the author, on your lawful request: account or confirmed e-mail address, times of posting, the text as it was.',
  ].join('\n');
}
