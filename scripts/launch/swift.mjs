/**
 * A private S3 server for tests: OpenStack Swift with its s3api, as Debian packages it
 * (swift-proxy, swift-account, swift-container, swift-object). Everything it keeps lies under one
 * directory; it listens on free ports of 127.0.0.1 and needs no memcached, no root and no system
 * service. It ends with the process that started it, however that one ends.
 */
import { execFile, spawn } from 'node:child_process';
import { constants, createWriteStream } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** @typedef {'account' | 'container' | 'object' | 'proxy'} Part */
/**
 * @typedef {object} Swift
 * @property {string} endpoint http://127.0.0.1:PORT, path-style addressing, region us-east-1
 * @property {string} accessKeyId
 * @property {string} secretAccessKey
 * @property {() => Promise<void>} stop ends all four servers; the directory stays
 */

/** @type {readonly Part[]} */
const PARTS = ['account', 'container', 'object', 'proxy'];
const START_LIMIT_MS = 180_000;

/**
 * Runs the servers and waits for the end of its standard input, which comes when the parent closes
 * it or dies. The servers get their own empty input, else they would swallow that end.
 */
const GUARD_SH = `
for part in account container object proxy; do
  "swift-$part-server" "$1/$part.conf" -v </dev/null &
  pids="$pids $!"
done
cat >/dev/null
kill $pids 2>/dev/null
wait
`;

/**
 * Starts Swift in `dir` (made when missing) and waits until it answers.
 *
 * @param {string} dir an empty directory on a file system with extended attributes
 * @returns {Promise<Swift | null>} null where Swift is not installed
 * @throws when it is installed and does not come up; `dir`/swift.log says why
 */
export async function startSwift(dir) {
  const commands = [...PARTS.map((part) => `swift-${part}-server`), 'swift-ring-builder', 'sh'];
  if (!(await Promise.all(commands.map(isOnPath))).every(Boolean)) return null;

  const folder = path.resolve(dir);
  await mkdir(path.join(folder, 'dev', 'sda'), { recursive: true });
  const ports = await freePorts();
  await writeConfiguration(folder, ports);
  const rings = /** @type {const} */ (['account', 'container', 'object']);
  await Promise.all(rings.map((ring) => buildRing(folder, ring, ports[ring])));

  const guard = runGuard(folder);
  try {
    await untilAnswering(Object.values(ports), guard);
  } catch (error) {
    await guard.stop();
    throw new Error(`Swift did not start; see ${path.join(folder, 'swift.log')}`, { cause: error });
  }
  return {
    endpoint: `http://127.0.0.1:${ports.proxy}`,
    accessKeyId: 'test:tester',
    secretAccessKey: 'testing',
    stop: guard.stop,
  };
}

/**
 * @param {string} command
 * @returns {Promise<boolean>}
 */
async function isOnPath(command) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const found = await access(path.join(folder, command), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}

/** @returns {Promise<Record<Part, number>>} */
async function freePorts() {
  const held = await Promise.all(PARTS.map(() => holdPort()));
  await Promise.all(held.map(({ release }) => release()));
  const [account = 0, container = 0, object = 0, proxy = 0] = held.map(({ port }) => port);
  return { account, container, object, proxy };
}

/** @returns {Promise<{ port: number, release: () => Promise<void> }>} */
function holdPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({ port, release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

/**
 * @param {string} folder
 * @param {Record<Part, number>} ports
 */
async function writeConfiguration(folder, ports) {
  await writeFile(
    path.join(folder, 'swift.conf'),
    `[swift-hash]
swift_hash_path_prefix = limelight
swift_hash_path_suffix = limelight
[storage-policy:0]
name = default
default = yes
`,
  );
  for (const part of PARTS) {
    await writeFile(
      path.join(folder, `${part}.conf`),
      `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${ports[part]}
swift_dir = ${folder}
devices = ${path.join(folder, 'dev')}
mount_check = false
disable_fallocate = true
user = ${userInfo().username}
workers = 0
log_level = WARNING
${part === 'proxy' ? PROXY_PIPELINE : storagePipeline(part)}`,
    );
  }
}

/**
 * A ring of one device: 2^4 partitions, one replica.
 *
 * @param {string} folder
 * @param {Part} ring
 * @param {number} port of the ring's server
 */
async function buildRing(folder, ring, port) {
  const run = promisify(execFile);
  const file = path.join(folder, `${ring}.builder`);
  await run('swift-ring-builder', [file, 'create', '4', '1', '0']);
  await run('swift-ring-builder', [file, 'add', `r1z1-127.0.0.1:${port}/sda`, '1']);
  await run('swift-ring-builder', [file, 'rebalance']);
}

/** @param {Part} part */
function storagePipeline(part) {
  return `[pipeline:main]
pipeline = ${part}-server
[app:${part}-server]
use = egg:swift#${part}
`;
}

// tempauth insists on a cache being configured, not on one that answers: nothing listens on port 9
// and Swift goes on without.
const PROXY_PIPELINE = `[pipeline:main]
pipeline = catch_errors cache s3api tempauth copy slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:9
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
`;

/** @param {string} folder */
function runGuard(folder) {
  const log = createWriteStream(path.join(folder, 'swift.log'), { flags: 'a' });
  // Detached: Ctrl-C in the terminal must reach the launcher alone, which then ends the guard.
  const child = spawn('sh', ['-c', GUARD_SH, 'swift', folder], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const closed = new Promise((resolve) => child.once('close', resolve));
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      child.stdin.end();
      await closed;
      log.end();
    },
  };
}

/**
 * Waits until all four answer HTTP, with whatever status: they load before they listen.
 *
 * @param {number[]} ports
 * @param {{ hasEnded: () => boolean }} guard
 */
async function untilAnswering(ports, guard) {
  const deadline = Date.now() + START_LIMIT_MS;
  for (const port of ports) {
    while (!(await answers(port))) {
      if (guard.hasEnded()) throw new Error('its servers ended at once');
      if (Date.now() > deadline) throw new Error(`no answer within ${START_LIMIT_MS} ms`);
      await delay(100);
    }
  }
}

/** @param {number} port */
function answers(port) {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
}
