import { randomBytes } from '#worker/kernel/random.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const GROUP = 4;
const LETTERS = 3 * GROUP;

/** How many codes open an account whose app or passkey is lost, each once. */
export const RECOVERY_CODES = 10;

/** Ten codes of 60 random bits, such as `k3vd-7qpa-mn2x`: letters and digits that nobody takes for each other. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => spelled(Array.from(randomBytes(LETTERS), (byte) => ALPHABET[byte & 31]).join('')));
}

/** What somebody typed, as it is compared: capitals, blanks and hyphens do not matter. Null where no code can look like it. */
export function readRecoveryCode(text: string): string | null {
  const code = text.toLowerCase().replace(/[\s\p{Pd}]/gu, '');
  return code.length === LETTERS && /^[a-z2-7]+$/.test(code) ? code : null;
}

function spelled(letters: string): string {
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}
