import { expect, it } from 'vitest';
import { HOUR_MS } from '@/lib/units/clock';
import { pastCacheControl } from './pastCacheControl';

it('lets a browser keep only what nothing can complete any more, and no one in between', () => {
  const nowMs = Date.UTC(2026, 10, 23);
  expect(pastCacheControl(nowMs - 49 * HOUR_MS, nowMs)).toBe('private, max-age=86400, immutable');
  expect(pastCacheControl(nowMs - 47 * HOUR_MS, nowMs)).toBe('private, no-store');
});
