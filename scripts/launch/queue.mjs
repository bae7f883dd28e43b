import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} RedisBinary
 * @property {string} path
 * @property {string} from for people
 */

/**
 * The Redis-compatible server on this machine, if any.
 *
 * @param {string[]} searchPath directories to look in, as in PATH
 * @returns {RedisBinary | null}
 */
export function findRedis(searchPath) {
  for (const name of ['redis-server', 'valkey-server']) {
    for (const dir of searchPath) {
      const file = path.join(dir, name);
      if (!fs.existsSync(file)) continue;
      const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
      if (status !== 0) continue;
      return { path: file, from: `${name} ${stdout.match(/v=(\S+)/)?.[1] ?? ''} (${file})` };
    }
  }
  return null;
}

/**
 * A private server for the queue: on the loopback with a password, every write kept on disk, and
 * never evicting, since a lost key would be a lost job.
 *
 * @param {{ binary: RedisBinary, dir: string, port: number, password: string }} given
 * @returns {{ url: string, service: import('./supervisor.mjs').ServiceSpec }}
 */
export function prepareRedis({ binary, dir, port, password }) {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const config = path.join(dir, 'redis.conf');
  // In a file, because anybody on the machine can read another's command line.
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${dir}"`,
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
  ];
  fs.writeFileSync(config, `${lines.join('\n')}\n`, { mode: 0o600 });
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    service: {
      name: 'redis',
      command: binary.path,
      args: [config],
      late: true,
      stopMs: 10_000,
      plainLevel: 'info',
    },
  };
}
