const LONGEST = 100;
/** Characters that no name has: control characters, line ends, and those that turn the direction of what stands around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A name as it was typed, read: blanks around it fall away, and nothing left is no name. */
export type NameRead = { readonly is: 'name'; readonly name: string | null } | { readonly is: 'wrong'; readonly message: string };

/** Names are what people say they are: any letters, any signs, one line. */
export function readName(text: string): NameRead {
  const name = text.normalize('NFC').trim();
  if (Array.from(name).length > LONGEST) return { is: 'wrong', message: `Write at most ${LONGEST} characters.` };
  if (UNSEEN.test(name)) return { is: 'wrong', message: 'Write the name in one line, without characters that cannot be seen.' };
  return { is: 'name', name: name === '' ? null : name };
}
