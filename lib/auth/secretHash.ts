import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes in letters that survive addresses and double clicks: 43 characters. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Under what a made secret is kept, hexadecimal SHA-256. Enough for 256 random bits, which nobody
 * guesses however fast the hash is; passwords need lib/auth/password.ts.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
