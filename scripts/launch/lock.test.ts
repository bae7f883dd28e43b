import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock, withLock } from './lock.mjs';
import { identify, isRunning } from './processIdentity.mjs';

let dir: string;
let file: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'limelight-lock-'));
  file = path.join(dir, 'limelight.lock');
});
afterEach(() => fs.rmSync(dir, { recursive: true }));

it('tells a second taker who holds it and where, until it is released', () => {
  const first = takeLock(file);
  first.lock?.announce('http://localhost:3000');
  const second = takeLock(file);
  expect(second.lock).toBeNull();
  expect(second.holder).toMatchObject({ pid: process.pid, url: 'http://localhost:3000' });
  first.lock?.release();
  expect(takeLock(file).lock).not.toBeNull();
});

it('takes over from a process that ended, and from one whose number was given away', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  const dead = identify(child.pid ?? 0);
  await once(child, 'exit');
  expect(isRunning(dead)).toBe(false);
  const reused = { pid: process.pid, birth: 'another boot/1' };
  for (const holder of [dead, reused]) {
    fs.writeFileSync(file, JSON.stringify({ ...holder, since: 'then' }));
    const { lock } = takeLock(file);
    expect(lock).not.toBeNull();
    lock?.release();
  }
});

it('takes over from a file cut short by a crash', () => {
  fs.writeFileSync(file, '{"pid": 12');
  expect(takeLock(file).lock).not.toBeNull();
  expect(fs.readdirSync(dir)).toEqual(['limelight.lock']);
});

it('is taken by exactly one of many processes at once, over a stale file', async () => {
  fs.writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, birth: null, since: 'then' }));
  const script = `
    import { takeLock } from ${JSON.stringify(path.resolve('scripts/launch/lock.mjs'))};
    const { lock } = takeLock(${JSON.stringify(file)});
    process.stdout.write(lock ? 'taken' : 'refused');
    process.stdin.resume(); // holds on until everybody has tried
  `;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script]),
  );
  const answers = await Promise.all(
    children.map(async (child) => String((await once(child.stdout, 'data'))[0])),
  );
  for (const child of children) child.stdin.end();
  expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
});

it('lets work of one kind happen one at a time', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)]);
  expect(most).toBe(1);
});
