import { randomBytes, timingSafeEqual } from 'node:crypto';
import { hashSecret, makeSecret } from './secretHash';

/** A new token for programs, of which only `id` and `secretSha256` are kept. */
export interface MadeApiToken {
  /** Twelve hexadecimal digits, for recognition. */
  id: string;
  secretSha256: string;
  /** What the program sends: shown once. */
  token: string;
}

/** `ll_`, the id, and 256 random bits: recognisable by people, and by scanners for leaked secrets. */
export function makeApiToken(): MadeApiToken {
  const id = randomBytes(6).toString('hex');
  const token = `${apiTokenPrefix(id)}${makeSecret()}`;
  return { id, secretSha256: hashSecret(token), token };
}

/** How a token begins, for lists: the secret part does not follow. */
export function apiTokenPrefix(id: string): string {
  return `ll_${id}_`;
}

/** The id that a text claims if it has the shape of a token; null otherwise. */
export function apiTokenId(text: string): string | null {
  return /^ll_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/.exec(text)?.[1] ?? null;
}

/** Whether a token is the one kept. Takes as long wherever the two differ. */
export function isApiToken(token: string, secretSha256: string): boolean {
  const [given, kept] = [hashSecret(token), secretSha256].map((hex) => Buffer.from(hex, 'hex'));
  return given!.length === kept!.length && timingSafeEqual(given!, kept!);
}
