import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { takeLock } from './lock.mjs';

/** `localhost` may mean either loopback, so a port is free only when it is free on both. */
const LOOPBACKS = ['127.0.0.1', '::1'];

/**
 * @param {number} port 1..65535
 * @param {string} host an address, or a name such as localhost
 * @returns {Promise<boolean>} whether nothing listens there
 */
export async function isPortFree(port, host = '127.0.0.1') {
  const hosts = host === '127.0.0.1' || host === 'localhost' ? LOOPBACKS : [host];
  for (const each of hosts) if (!(await canListen(port, each))) return false;
  return true;
}

/**
 * The first free port at or after `from`, kept from other launchers until this process ends:
 * between choosing a port and listening on it lie seconds.
 *
 * @param {number} from
 * @param {string} host
 * @throws when the 200 ports from there are all taken
 */
export async function reservePort(from, host) {
  for (let port = from; port < Math.min(from + 200, 65536); port++) {
    if (!(await isPortFree(port, host))) continue;
    if (
      takeLock(path.join(os.tmpdir(), `limelight-${os.userInfo().uid}`, `port-${port}.lock`)).lock
    )
      return port;
  }
  throw new Error(`No free port from ${from} on ${host}. Give one with --port.`);
}

/** Any free port on the loopback. */
export async function anyFreePort() {
  const server = net.createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // A machine without IPv6 cannot have the port taken there.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
