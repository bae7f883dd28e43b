import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { closeGracefully } from './closeGracefully.mjs';

it('lets a request end, and cuts an event stream after the grace', async () => {
  let finish = () => {};
  const server = http.createServer((request, response) => {
    response.writeHead(200);
    response.write('begun ');
    if (request.url === '/slow') finish = () => response.end('ended');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const slow = await fetch(`${base}/slow`);
  const stream = await fetch(`${base}/events`);

  const closed = closeGracefully(server, 300);
  finish();
  expect(await slow.text()).toBe('begun ended');
  await expect(stream.text()).rejects.toThrow();
  await closed;
  expect(server.listening).toBe(false);
});
