import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Secrets
 * @property {string} authSecret signs sessions
 * @property {string} databasePassword of the private Postgres
 * @property {string} queuePassword of the private Redis
 */

/**
 * The data directory's own secrets: made once, readable by the owner only.
 *
 * @param {string} dataDir
 * @returns {Secrets}
 * @throws when the file is there but not readable, rather than locking people out with new ones
 */
export function loadSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const stored = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const secrets = {
    authSecret: stored.authSecret ?? newSecret(),
    databasePassword: stored.databasePassword ?? newSecret(),
    queuePassword: stored.queuePassword ?? newSecret(),
  };
  writePrivateJson(file, secrets);
  return secrets;
}

/**
 * Writes JSON that only its owner may read, whole or not at all.
 *
 * @param {string} file
 * @param {unknown} value
 */
export function writePrivateJson(file, value) {
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(temporary, file);
}

/** 43 characters that need no escaping in a URL. */
function newSecret() {
  return randomBytes(32).toString('base64url');
}
