import net, { type AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { anyFreePort, isPortFree, reservePort } from './ports.mjs';

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function occupy(port: number, host: string): Promise<number> {
  const server = net.createServer();
  servers.push(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

it('passes over a taken port', async () => {
  const taken = await occupy(await anyFreePort(), '127.0.0.1');
  expect(await isPortFree(taken)).toBe(false);
  expect(await reservePort(taken, '127.0.0.1')).toBeGreaterThan(taken);
});

it('counts a port as taken when only the other loopback has it', async (context) => {
  const port = await anyFreePort();
  try {
    await occupy(port, '::1');
  } catch {
    context.skip('this machine has no IPv6 loopback');
  }
  expect(await isPortFree(port)).toBe(false);
});
