import fs from 'node:fs';
import path from 'node:path';
import { withoutSettings } from '../settingNames.mjs';
import { runTool } from './runTool.mjs';

const FAULTS = ['--import', 'tsx', path.join('scripts', 'faults', 'main.ts')];

/**
 * A city whose parts are killed and cut off, once with each kind of queue, and a checker of what
 * is left. `npm run faults` does it for longer, and with other seeds.
 *
 * @param {import('./parts.mjs').PartContext} context
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function runFaults({ root, dir, signal }) {
  const reportFile = path.join(dir, 'faults.json');
  // What it leaves when it is stopped half-way is removed with the part's directory.
  const env = { ...withoutSettings(process.env), TMPDIR: dir };
  await runTool([...FAULTS, '--report', reportFile], { root, env, signal });
  if (!fs.existsSync(reportFile)) throw new Error('The fault tests ended without a report');
  return JSON.parse(fs.readFileSync(reportFile, 'utf8'));
}
