import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readEnv } from '@/lib/env/env';
import {
  answersGbfs,
  chooseSource,
  LIVE_FEED_URL,
  rememberedSource,
  rememberSource,
} from './source.mjs';

const nothing = { feedUrl: undefined, demo: false, live: false, before: null };
const answers = async () => true;
const silent = async () => false;

describe('chooseSource', () => {
  it('uses the live feed where it answers, else simulates at the first start', async () => {
    expect(await chooseSource(nothing, answers)).toMatchObject({ kind: 'live' });
    expect(await chooseSource(nothing, silent)).toMatchObject({
      kind: 'simulated',
      because: 'unreachable',
    });
  });

  it('never falls back from a given feed, and does not even ask the live one', async () => {
    const probe = vi.fn(silent);
    const given = { ...nothing, feedUrl: 'https://example.org/gbfs.json' };
    expect(await chooseSource(given, probe)).toMatchObject({ kind: 'given' });
    expect(probe).not.toHaveBeenCalled();
  });

  it('goes on simulating until the live feed answers or is asked for', async () => {
    const before = 'simulated' as const;
    expect(await chooseSource({ ...nothing, before }, silent)).toMatchObject({
      kind: 'simulated',
      because: 'remembered',
    });
    expect(await chooseSource({ ...nothing, before }, answers)).toMatchObject({ kind: 'live' });
    expect(await chooseSource({ ...nothing, before, live: true }, silent)).toMatchObject({
      kind: 'live',
      because: 'asked',
    });
  });

  it('never turns a city that was real into an invented one', async () => {
    const choice = await chooseSource({ ...nothing, before: 'live' }, silent);
    expect(choice).toEqual({ kind: 'live', because: 'remembered', liveAnswers: false });
  });

  it('simulates when asked to', async () => {
    expect(await chooseSource({ ...nothing, demo: true }, answers)).toMatchObject({
      kind: 'simulated',
      because: 'asked',
    });
  });
});

it('remembers the choice, but not a demonstration', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'limelight-source-'));
  expect(rememberedSource(dir)).toBeNull();
  rememberSource(dir, { kind: 'simulated', because: 'unreachable', liveAnswers: false });
  expect(rememberedSource(dir)).toBe('simulated');
  rememberSource(dir, { kind: 'live', because: 'reachable', liveAnswers: true });
  rememberSource(dir, { kind: 'simulated', because: 'asked', liveAnswers: null });
  expect(rememberedSource(dir)).toBe('live');
  fs.rmSync(dir, { recursive: true });
});

it('names the same live feed as the environment does', () => {
  expect(readEnv({ DATABASE_URL: 'postgresql://x/y' }).FEED_URL).toBe(LIVE_FEED_URL);
});

describe('answersGbfs', () => {
  it.each([
    ['a discovery file', 200, '{"data":{"en":{"feeds":[]}}}', true],
    ['an error', 503, '{"data":{}}', false],
    ['a portal page', 200, '<html>Sign in to this network</html>', false],
    ['other JSON', 200, '{"message":"moved"}', false],
  ])('judges %s', async (_, status, body, expected) => {
    const server = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await answersGbfs(`http://127.0.0.1:${port}/gbfs.json`)).toBe(expected);
    server.close();
    server.closeAllConnections();
  });
});
