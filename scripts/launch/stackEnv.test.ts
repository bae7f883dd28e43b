import { describe, expect, it } from 'vitest';
import { readEnv } from '@/lib/env/env';
import { LIVE_FEED_URL } from './source.mjs';
import { stackEnv } from './stackEnv.mjs';

const given = {
  base: {} as Record<string, string | undefined>,
  dataDir: '/srv/limelight',
  databaseUrl: 'postgresql://limelight:secret@127.0.0.1:5432/limelight',
  redisUrl: undefined,
  authSecret: 'a'.repeat(43),
  port: 3001,
  host: '127.0.0.1',
  sourceKind: 'live' as const,
  simulatedUrl: undefined,
  dev: false,
};

describe('stackEnv', () => {
  it('makes an environment that web and worker accept', () => {
    expect(readEnv(stackEnv(given))).toMatchObject({
      FEED_URL: LIVE_FEED_URL,
      SYSTEM_ID: 'velib',
      PUBLIC_URL: 'http://localhost:3001',
      ARCHIVE_URL: 'file:///srv/limelight/archive',
    });
  });

  it('puts the queue into Postgres by leaving REDIS_URL out', () => {
    expect(stackEnv(given)).not.toHaveProperty('REDIS_URL');
    const redisUrl = 'redis://127.0.0.1:6379';
    expect(stackEnv({ ...given, redisUrl })).toMatchObject({ REDIS_URL: redisUrl });
  });

  it('lets what the person set win', () => {
    const base = {
      PUBLIC_URL: 'https://limelight.example.org',
      ARCHIVE_URL: 's3://bucket/prefix',
      AUTH_SECRET: 'b'.repeat(40),
    };
    expect(stackEnv({ ...given, base })).toMatchObject(base);
  });

  it('keeps an invented city apart from the real one, and watches for that', () => {
    const simulated = { ...given, sourceKind: 'simulated' as const, simulatedUrl: 'http://x:1' };
    expect(stackEnv({ ...simulated, base: { SYSTEM_ID: 'velib' } })).toMatchObject({
      FEED_URL: 'http://x:1/gbfs.json',
      SYSTEM_ID: 'simulated-city',
      LIVE_FEED_URL,
      FALLBACK_FEED_URL: 'none',
    });
  });

  it("does not mix Vélib's fallback into another city", () => {
    const base = { FEED_URL: 'https://gbfs.example.org/oslo/gbfs.json' };
    expect(stackEnv({ ...given, base, sourceKind: 'given' })).toMatchObject({
      SYSTEM_ID: 'gbfs-example-org-oslo',
      FALLBACK_FEED_URL: 'none',
    });
  });
});
