import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * One hash over the names and contents of files: equal exactly if nothing changed.
 *
 * @param {string} root
 * @param {string[]} entries files and directories below root; absent ones count as absent
 * @param {{ ignore?: (path: string) => boolean, extra?: string[] }} [options]
 *   ignore: leaves a file or a whole directory out; extra: other things the result depends on
 * @returns {string} hexadecimal, 16 digits
 */
export function treeHash(root, entries, { ignore = () => false, extra = [] } = {}) {
  const hash = createHash('sha256').update(JSON.stringify(extra));
  for (const file of entries.flatMap((entry) => filesBelow(root, entry, ignore)).sort()) {
    const content = fs.readFileSync(path.join(root, file));
    hash.update(`\n${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {(path: string) => boolean} ignore
 * @returns {string[]}
 */
function filesBelow(root, entry, ignore) {
  if (ignore(entry)) return [];
  const stat = fs.statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs
    .readdirSync(path.join(root, entry))
    .flatMap((name) => filesBelow(root, path.posix.join(entry, name), ignore));
}
