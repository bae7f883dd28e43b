import { Redis } from 'ioredis';
import { testRedisUrl } from '@/lib/env/testEnv';

/** Both places where the queue can live, for tests that must hold in each. */
export interface TestQueue {
  kind: 'redis' | 'postgres';
  /** null: this machine has no such server. */
  configOf(databaseUrl: string): { redisUrl: string | undefined; databaseUrl: string } | null;
}

/** Test files that share a Redis each take a database of their own, 0..15. */
export function testQueues(redisDatabase: number): TestQueue[] {
  return [
    { kind: 'postgres', configOf: (databaseUrl) => ({ redisUrl: undefined, databaseUrl }) },
    {
      kind: 'redis',
      configOf(databaseUrl) {
        const server = testRedisUrl();
        if (!server) return null;
        const url = new URL(server);
        url.pathname = `/${redisDatabase}`;
        return { redisUrl: url.href, databaseUrl };
      },
    },
  ];
}

export async function emptyRedis(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  await redis.flushdb();
  redis.disconnect();
}

/** Asks until it is so; fails loudly when it never is. */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  withinMs = 25_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
