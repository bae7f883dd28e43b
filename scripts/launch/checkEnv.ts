/** Exits with 1 and the list of bad names where the environment is not usable. */
import { readEnv } from '@/lib/env/env';

try {
  readEnv(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
