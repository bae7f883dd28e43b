/**
 * Makes the first admin when there is none, and prints one line of JSON:
 * {"email", "password", "created"}. `password` is there only when it was made up here, and only
 * this once: it is stored as a hash.
 */
import { randomInt } from 'node:crypto';
import { makeFirstAdmin } from '@/lib/auth/firstAdmin';
import { openDatabase } from '@/lib/db/database';

/** Without letters and digits that are mistaken for each other. 20 of them hold 98 bits. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

function makeUpPassword(): string {
  const letters = Array.from({ length: 20 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-');
}

async function main(): Promise<void> {
  const { DATABASE_URL, ADMIN_EMAIL, ADMIN_PASSWORD } = process.env;
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set');
  const database = openDatabase(DATABASE_URL, { max: 1, onIdleError: () => {} });
  try {
    const outcome = await makeFirstAdmin(database.pool, {
      email: ADMIN_EMAIL || 'admin@limelight.local',
      givenPassword: ADMIN_PASSWORD || null,
      makeUpPassword,
    });
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
