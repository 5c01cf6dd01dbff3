/** What is sealed in a notice: whoever sent it, and their words. Null once they had it erased, and where none has to be given. */
export interface NoticeContents {
  readonly name: string | null;
  readonly email: string | null;
  readonly explanation: string | null;
}

/** Safe because only the use cases that send and erase notices seal under this key, about the notice. */
export function contentsOf(opened: string): NoticeContents {
  return JSON.parse(opened) as NoticeContents;
}

export const ERASED: NoticeContents = { name: null, email: null, explanation: null };
