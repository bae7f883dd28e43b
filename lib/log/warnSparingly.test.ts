import { expect, test, vi } from 'vitest';
import { createLog } from './log';
import { warnSparingly } from './warnSparingly';

test('says it at once, then once a minute with how often it came', () => {
  let nowMs = 0;
  const log = createLog('silent', 'test');
  const warn = vi.spyOn(log, 'warn');
  const onError = warnSparingly(log, 'away', () => new Date(nowMs));
  for (; nowMs <= 125_000; nowMs += 1_000) onError(new Error('refused'));
  expect(warn.mock.calls).toEqual([
    [{ reason: 'refused', times: 1 }, 'away'],
    [{ reason: 'refused', times: 60 }, 'away'],
    [{ reason: 'refused', times: 60 }, 'away'],
  ]);
});
