import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { nameRequest } from './requestId.mjs';

function named(given: string | undefined, proxies: number) {
  const request = { headers: { 'x-request-id': given } } as unknown as IncomingMessage;
  const answered: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      answered[name] = value;
    },
  } as unknown as ServerResponse;
  const requestId = nameRequest(request, response, proxies);
  expect(request.headers['x-request-id']).toBe(requestId);
  expect(answered).toEqual({ 'X-Request-Id': requestId });
  return requestId;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

it('makes an id where none comes, and believes no visitor', () => {
  expect(named(undefined, 0)).toMatch(UUID);
  expect(named('visitors-own-id', 0)).toMatch(UUID);
});

it('keeps the id that a proxy of ours gave, unless it is none', () => {
  expect(named('3f2a-from-the-proxy', 1)).toBe('3f2a-from-the-proxy');
  for (const bad of [
    'short',
    'with space in it',
    'line\nbreak-line',
    'x'.repeat(129),
    '"quoted-id"',
  ])
    expect(named(bad, 1)).toMatch(UUID);
});
