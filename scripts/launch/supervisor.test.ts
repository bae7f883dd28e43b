import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isRunning } from './processIdentity.mjs';
import { restartDelayMs, type Service, supervise } from './supervisor.mjs';

let dir: string;
let service: Service | undefined;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'limelight-supervisor-'));
});
afterEach(async () => {
  await service?.stop();
  service = undefined;
  fs.rmSync(dir, { recursive: true });
});

const node = (script: string) => ({
  name: 'child',
  command: process.execPath,
  args: ['-e', script],
  env: process.env,
});
const patiently = { timeout: 10_000, interval: 20 };

it('doubles the wait from half a second to ten', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(restartDelayMs)).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
  ]);
});

it('runs a killed child again, and says so', async () => {
  const onFall = vi.fn();
  service = supervise(node('setInterval(() => {}, 1000)'), dir, { onFall });
  const first = service.pid();
  process.kill(first ?? 0, 'SIGKILL');
  await vi.waitFor(() => expect(service?.pid()).not.toBe(first), patiently);
  expect(onFall).toHaveBeenCalledExactlyOnceWith('SIGKILL', 500);
  expect(isRunning({ pid: service.pid() ?? 0, birth: null })).toBe(true);
});

it('stops gracefully, and by force where that takes too long', async () => {
  const stubborn =
    "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)";
  const onLog = vi.fn();
  service = supervise({ ...node(stubborn), stopMs: 200 }, dir, { onLog });
  await vi.waitFor(() => expect(onLog).toHaveBeenCalled(), patiently);
  const pid = service.pid() ?? 0;
  await service.stop();
  expect(isRunning({ pid, birth: null })).toBe(false);
  service = undefined;
});

it('ends its children when the launcher is killed', async () => {
  const supervisor = JSON.stringify(path.resolve('scripts/launch/supervisor.mjs'));
  const launcher = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { supervise } from ${supervisor};
     const service = supervise({ name: 'child', command: process.execPath,
       args: ['-e', 'setInterval(() => {}, 1000)'] }, ${JSON.stringify(dir)});
     console.log(service.pid());`,
  ]);
  const pid = Number((await once(launcher.stdout, 'data'))[0]);
  expect(isRunning({ pid, birth: null })).toBe(true);
  launcher.kill('SIGKILL');
  await vi.waitFor(() => expect(isRunning({ pid, birth: null })).toBe(false), patiently);
});
