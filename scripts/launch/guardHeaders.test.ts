import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { guardHeaders, visitorAddress } from './guardHeaders.mjs';

it('replaces what a visitor claims, and drops the header that skips the proxy', () => {
  const request = {
    headers: {
      'x-limelight-address': '9.9.9.9',
      'x-middleware-subrequest': 'proxy:proxy',
      'x-forwarded-for': '8.8.8.8',
    },
    socket: { remoteAddress: '::ffff:192.0.2.7' },
  } as unknown as IncomingMessage;
  guardHeaders(request, 0);
  expect(request.headers['x-limelight-address']).toBe('192.0.2.7');
  expect(request.headers).not.toHaveProperty('x-middleware-subrequest');
});

it('believes as many proxies as there are, counted from the right', () => {
  const forged = '1.1.1.1, 198.51.100.4, 10.0.0.2';
  expect(visitorAddress('10.0.0.1', forged, 1)).toBe('10.0.0.2');
  expect(visitorAddress('10.0.0.1', forged, 2)).toBe('198.51.100.4');
  expect(visitorAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
  expect(visitorAddress(undefined, undefined, 0)).toBe('unknown');
});
