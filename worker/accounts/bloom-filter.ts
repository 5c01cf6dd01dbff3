import { createHash } from 'node:crypto';

/** Knows every text that was put in, and takes a few others for one of them. */
export interface BloomFilter {
  /** Bits. */
  readonly size: number;
  /** How many bits stand for one text. */
  readonly hashes: number;
  /** How many texts were put in. */
  readonly count: number;
  readonly base64: string;
}

/** The bits that stand for a text: two halves of its SHA-256, the second added again and again. */
export function bitsOf(text: string, { size, hashes }: Pick<BloomFilter, 'size' | 'hashes'>): readonly number[] {
  const digest = createHash('sha256').update(text).digest();
  const [first, step] = [digest.readUIntBE(0, 6), digest.readUIntBE(6, 6)];
  return Array.from({ length: hashes }, (_, index) => ((first % size) + index * (step % size)) % size);
}

export function isInFilter(text: string, filter: BloomFilter & { readonly bytes: Buffer }): boolean {
  return bitsOf(text, filter).every((bit) => ((filter.bytes[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
}
