import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { runCommand } from './runCommand.mjs';
import { step } from './terminal.mjs';
import { treeHash } from './treeHash.mjs';

/** Prisma's own command line, run by this Node: no shell, no PATH. */
export const PRISMA = path.join('node_modules', 'prisma', 'build', 'index.js');

/**
 * Generates the database client where it is missing or the schema changed.
 *
 * @param {string} root
 * @param {AbortSignal} [signal]
 */
export async function ensurePrismaClient(root, signal) {
  const output = path.join(root, 'lib', 'db', 'generated');
  const record = path.join(output, '.made-from');
  const wanted = treeHash(root, ['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  const isCurrent = () => fs.existsSync(record) && fs.readFileSync(record, 'utf8') === wanted;
  if (isCurrent()) return;
  await withLock(path.join(root, '.data', 'generate.lock'), async () => {
    if (isCurrent()) return;
    await step('Generating the database client', () =>
      runCommand(process.execPath, [PRISMA, 'generate'], {
        cwd: root,
        signal,
        env: { ...process.env, CHECKPOINT_DISABLE: '1' },
      }),
    );
    fs.writeFileSync(record, wanted);
  });
}
