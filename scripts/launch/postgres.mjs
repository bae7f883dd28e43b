import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandLineOf } from './processIdentity.mjs';
import { runCommand } from './runCommand.mjs';

/**
 * @typedef {object} PostgresPlan what to run for a private Postgres
 * @property {import('./supervisor.mjs').ServiceSpec} service
 * @property {string} url of the database `limelight` in it
 */

const USER = 'limelight';

/**
 * Makes a database cluster in `dir` where there is none, ends a server that an earlier launcher
 * left on it, and says how to run it.
 *
 * @param {object} given
 * @param {import('./postgresBinaries.mjs').PostgresBinaries} given.binaries
 * @param {string} given.dir
 * @param {number} given.port
 * @param {string} given.password
 * @param {boolean} [given.durable] false: for tests, loses data with the machine but is quicker
 * @param {AbortSignal} [given.signal]
 * @returns {Promise<PostgresPlan>}
 */
export async function preparePostgres({ binaries, dir, port, password, durable = true, signal }) {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const runner = unprivileged(dir);
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  if (!fs.existsSync(path.join(dir, 'PG_VERSION'))) {
    await makeCluster({ binaries, dir, password, runner, env, signal });
  }
  assertSameMajor(binaries, dir);
  await endLeftover(dir);
  /** @type {Record<string, string>} */
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: '150',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [...runner.prefix, binaries.postgres, '-D', dir, '-p', String(port), ...flags];
  return {
    url: `postgresql://${USER}:${password}@127.0.0.1:${port}/limelight`,
    service: {
      name: 'postgres',
      command: String(command[0]),
      args: command.slice(1),
      env,
      ...runner.identity,
      stopSignal: 'SIGINT', // "fast": ends sessions, writes a checkpoint
      stopMs: 20_000,
      late: true,
      plainLevel: 'info',
    },
  };
}

/**
 * @param {object} given
 * @param {import('./postgresBinaries.mjs').PostgresBinaries} given.binaries
 * @param {string} given.dir
 * @param {string} given.password
 * @param {Runner} given.runner
 * @param {Record<string, string | undefined>} given.env
 * @param {AbortSignal} [given.signal]
 */
async function makeCluster({ binaries, dir, password, runner, env, signal }) {
  // What an interrupted initdb left is of no use, and it refuses a directory that is not empty.
  for (const entry of fs.readdirSync(dir)) fs.rmSync(path.join(dir, entry), { recursive: true });
  const passwordFile = path.join(path.dirname(dir), 'postgres-password');
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = runner.identity;
  if (uid !== undefined && gid !== undefined) fs.chownSync(passwordFile, uid, gid);
  const command = [
    ...runner.prefix,
    binaries.initdb,
    ...['-D', dir, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
    ...['-E', 'UTF8', '--locale=C', '--no-sync'],
  ];
  try {
    await runCommand(String(command[0]), command.slice(1), { env, signal, ...runner.identity });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/**
 * A cluster is readable by the major version that made it only.
 *
 * @param {import('./postgresBinaries.mjs').PostgresBinaries} binaries
 * @param {string} dir
 */
function assertSameMajor(binaries, dir) {
  const made = fs.readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim();
  if (binaries.major === made) return;
  throw new Error(
    `The data in ${dir} are PostgreSQL ${made}'s, and the server here is ${binaries.from}. ` +
      'docs/operations.md says how to move them (dump and restore).',
  );
}

/**
 * How to run a program that refuses to run as root.
 *
 * @typedef {object} Runner
 * @property {string[]} prefix
 * @property {{ uid?: number, gid?: number }} identity
 */

/**
 * As root: inside a user namespace that maps nobody (there it is not root, yet the files are
 * still its own), else as another user, who then owns the directory.
 *
 * @param {string} dir
 * @returns {Runner}
 */
function unprivileged(dir) {
  if (process.getuid?.() !== 0) return { prefix: [], identity: {} };
  const owner = fs.statSync(dir).uid;
  if (owner === 0 && spawnSync('unshare', ['-U', 'true']).status === 0)
    return { prefix: ['unshare', '-U'], identity: {} };
  const identity = userIds('postgres') ?? userIds('nobody') ?? { uid: 65534, gid: 65534 };
  giveTo(dir, identity);
  fs.chmodSync(path.dirname(dir), 0o711); // passable; what lies in it stays closed
  return { prefix: [], identity };
}

/** @param {string} user */
function userIds(user) {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? null : { uid, gid };
}

/** @param {string} entry @param {{ uid: number, gid: number }} identity */
function giveTo(entry, identity) {
  fs.lchownSync(entry, identity.uid, identity.gid);
  if (!fs.lstatSync(entry).isDirectory()) return;
  for (const name of fs.readdirSync(entry)) giveTo(path.join(entry, name), identity);
}

/**
 * Ends a server that still runs on the directory though its launcher is gone. The caller holds
 * the data directory's lock, so it is nobody else's.
 *
 * @param {string} dir
 */
async function endLeftover(dir) {
  const pid = leftoverPid(dir);
  if (pid === null) return;
  /** @type {[NodeJS.Signals, number][]} fast, immediate, by force */
  const attempts = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ];
  for (const [signal, waitMs] of attempts) {
    process.kill(pid, signal);
    for (let waitedMs = 0; waitedMs < waitMs; waitedMs += 100) {
      await delay(100);
      if (leftoverPid(dir) !== pid) return;
    }
  }
  throw new Error(`A Postgres (process ${pid}) still runs on ${dir} and does not end.`);
}

/**
 * @param {string} dir
 * @returns {number | null}
 */
function leftoverPid(dir) {
  const file = path.join(dir, 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  // The number may be another program's by now: only a server on this directory is meant.
  return commandLineOf(pid)?.includes(dir) ? pid : null;
}
