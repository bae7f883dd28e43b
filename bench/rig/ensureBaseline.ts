import fs from 'node:fs';
import path from 'node:path';
import { sourceHash } from '../../scripts/launch/build.mjs';
import { PRISMA } from '../../scripts/launch/prismaClient.mjs';
import { runCommand } from '../../scripts/launch/runCommand.mjs';
import { step } from '../../scripts/launch/terminal.mjs';
import { treeHash } from '../../scripts/launch/treeHash.mjs';

const DIR = path.join('bench', 'baseline');
const RECORD = path.join(DIR, '.next', 'made-from');
const NEXT = path.join('node_modules', 'next', 'dist', 'bin', 'next');
const MADE = ['generated', '.next', 'next-env.d.ts', 'tsconfig.json'];

/**
 * Generates and builds the page that reads its stations by Prisma's `include`, where the sources
 * changed since it was built.
 *
 * @returns its directory, to serve it from
 */
export async function ensureBaseline(): Promise<string> {
  const ignore = (file: string) => MADE.some((made) => file.startsWith(path.join(DIR, made)));
  const wanted = treeHash('.', [DIR], { ignore, extra: [sourceHash('.')] });
  if (fs.existsSync(RECORD) && fs.readFileSync(RECORD, 'utf8') === wanted) return DIR;
  const env = { ...process.env, NODE_ENV: 'production', CHECKPOINT_DISABLE: '1' };
  const schema = path.join(DIR, 'schema.prisma');
  await step('Building the baseline page', async () => {
    await runCommand(process.execPath, [PRISMA, 'generate', '--schema', schema], { env });
    await runCommand(process.execPath, [NEXT, 'build', DIR], { env });
  });
  fs.writeFileSync(RECORD, wanted);
  return DIR;
}
