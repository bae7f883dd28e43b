import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openLogFile, readLogLine } from './childLog.mjs';

const plain = { name: 'web', level: 'warn' as const, nowAt: new Date('2026-11-23T12:00:00Z') };

it('reads structured lines with the level as word or number, and the error in them', () => {
  const word = '{"level":"error","msg":"fetch failed","error":{"message":"no route"}}';
  expect(readLogLine(word, plain)).toEqual({
    level: 50,
    message: 'fetch failed: no route',
    line: word,
  });
  expect(readLogLine('{"level":40,"msg":"slow"}', plain)).toMatchObject({ level: 40 });
});

it('wraps anything else as one JSON line', () => {
  for (const text of ['plain words', '{"broken', '{"no":"level"}']) {
    const entry = readLogLine(text, plain);
    expect(entry).toMatchObject({ level: 40, message: text });
    expect(JSON.parse(entry.line)).toEqual({
      level: 'warn',
      time: '2026-11-23T12:00:00.000Z',
      name: 'web',
      msg: text,
    });
  }
});

it('turns files over by size and drops the oldest', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'limelight-log-'));
  const log = openLogFile(dir, 'web', 20);
  for (let i = 0; i < 12; i++) log.write(`line ${i} 123`);
  log.close();
  log.write('after the end');
  expect(fs.readdirSync(dir)).toEqual(['web.log', 'web.log.1', 'web.log.2', 'web.log.3']);
  expect(fs.readFileSync(path.join(dir, 'web.log'), 'utf8')).toBe('line 11 123\n');
  expect(fs.readFileSync(path.join(dir, 'web.log.3'), 'utf8')).toBe('line 8 123\n');
  fs.rmSync(dir, { recursive: true });
});
