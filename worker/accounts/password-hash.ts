import { Buffer } from 'node:buffer';
import { type ScryptOptions, scryptSync, timingSafeEqual } from 'node:crypto';
import { LONGEST_PASSWORD, normalPassword, passwordLength } from '#worker/accounts/model/password-rules.ts';
import { randomBytes } from '#worker/kernel/random.ts';

/** ASVS 5.0 appendix C; 32 MiB, which a Worker has. In PHC form, so that other numbers may come: what was hashed with these is then stale. */
const COST = { ln: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const MEMORY_LIMIT = 64 * 1024 * 1024;
const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]{22,})\$([\w+/]{43})$/;

export interface PasswordCheck {
  readonly matches: boolean;
  /** Whether the hash was made with other numbers than today's, and is to be made anew. */
  readonly stale: boolean;
}

/**
 * `$scrypt$ln=15,r=8,p=3$salt$hash`. Blocks its isolate for some 185 ms, as every scrypt of the platform does: so never two take their
 * 32 MiB at once.
 */
export function hashPassword(password: string): string {
  const salt = Buffer.from(randomBytes(SALT_BYTES));
  return `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${unpadded(salt)}$${unpadded(derive(password, { ...COST, salt }))}`;
}

/** Whether a password is the one that was hashed. Without a hash, and for what is too long to be a password, the same work is done for nothing. */
export function checkPassword(password: string, phc: string | null): PasswordCheck {
  const stored = phc === null ? null : readHash(phc);
  const isPossible = passwordLength(password) <= LONGEST_PASSWORD;
  const derived = derive(isPossible ? password : '', stored ?? { ...COST, salt: NO_SALT });
  const matches = timingSafeEqual(derived, stored?.hash ?? NO_HASH) && stored !== null && isPossible;
  return { matches, stale: stored !== null && (stored.ln !== COST.ln || stored.r !== COST.r || stored.p !== COST.p) };
}

const NO_SALT = Buffer.alloc(SALT_BYTES);
const NO_HASH = Buffer.alloc(HASH_BYTES);

interface Recipe {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
}

function derive(password: string, { ln, r, p, salt }: Recipe): Buffer {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: MEMORY_LIMIT };
  return scryptSync(normalPassword(password), salt, HASH_BYTES, options);
}

function readHash(phc: string): (Recipe & { readonly hash: Buffer }) | null {
  const [, ln, r, p, salt = '', hash = ''] = PHC.exec(phc) ?? [];
  if (ln === undefined) return null;
  const bytes = { salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
  return { ln: Number(ln), r: Number(r), p: Number(p), ...bytes };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
