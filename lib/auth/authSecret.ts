import { env } from '@/lib/env/env';

/**
 * The key that sessions are encrypted with.
 *
 * @throws when AUTH_SECRET is not set: the web process cannot do without, the worker can
 */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not set: `npm start` makes and keeps one');
  return AUTH_SECRET;
}
