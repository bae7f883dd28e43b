import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLog } from './log';
import { withLogScope } from './logScope';

function collected() {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { lines, log: createLog('info', 'test', stream) };
}

test('every line within carries the names, also after waiting and in a child', async () => {
  const { lines, log } = collected();
  log.info('outside');
  await Promise.all(
    ['r1', 'r2'].map((requestId) =>
      withLogScope({ requestId }, async () => {
        await sleep(1);
        log.child({ part: 'deep' }).info(requestId);
      }),
    ),
  );
  expect(lines[0]).not.toHaveProperty('requestId');
  expect(lines.slice(1).map(({ requestId, msg }) => [requestId, msg])).toEqual([
    ['r1', 'r1'],
    ['r2', 'r2'],
  ]);
});

test('a scope within a scope adds to it and leaves it as it was', () => {
  const { lines, log } = collected();
  withLogScope({ job: 'fetch-stations', runId: 'a' }, () => {
    withLogScope({ runId: 'b' }, () => log.info('inner'));
    log.info('outer');
  });
  expect(lines).toMatchObject([
    { job: 'fetch-stations', runId: 'b' },
    { job: 'fetch-stations', runId: 'a' },
  ]);
});
