import { hash, verify } from '@node-rs/argon2';
import { MAX_PASSWORD_LENGTH } from './passwordRules';

/** argon2id with OWASP's parameters: 19 MiB, two passes, one lane; about 20 ms. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let decoy: Promise<string> | undefined;

/** The hash under which a password is kept, PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS);
}

/**
 * Whether a password belongs to a hash. Without a hash it takes as long and says no, so that the
 * time an answer takes does not tell whether an account exists.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  if (password.length > MAX_PASSWORD_LENGTH) return false;
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'));
  return matches && passwordHash !== null;
}
