import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commandLineOf } from '../../scripts/launch/processIdentity.mjs';
import type { Installation } from './installation';

const PROGRAM = { web: 'scripts/web.mjs', worker: 'jobs/worker.ts' } as const;

/**
 * The process of the installation's web server or worker, by the list that its launcher keeps in
 * the data directory. The launcher starts a killed one again, under another number.
 *
 * @throws when there is none
 */
export function processOf({ dataDir }: Installation, program: keyof typeof PROGRAM): number {
  const list = readFileSync(path.join(dataDir, 'children.json'), 'utf8');
  const children = JSON.parse(list) as { pid: number }[];
  const found = children.find(({ pid }) => commandLineOf(pid)?.includes(PROGRAM[program]));
  if (!found) throw new Error(`No ${program} is running`);
  return found.pid;
}
