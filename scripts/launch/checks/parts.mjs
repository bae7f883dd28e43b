import path from 'node:path';
import { ensurePrismaClient } from '../prismaClient.mjs';
import { runCommand } from '../runCommand.mjs';
import { withoutSettings } from '../settingNames.mjs';
import { runEndToEnd } from './e2e.mjs';
import { runFaults } from './faults.mjs';
import { runLaws } from './laws.mjs';
import { runTool } from './runTool.mjs';
import { runUnit } from './unit.mjs';

/**
 * @typedef {object} PartContext
 * @property {string} root
 * @property {string} dir an empty directory of the part's own
 * @property {string[]} filters files to keep to
 * @property {AbortSignal} signal
 */

/** @typedef {(context: PartContext) => Promise<import('./outcome.mjs').Outcome>} Part */

const BIOME = path.join('node_modules', '@biomejs', 'biome', 'bin', 'biome');
const TSC = path.join('node_modules', 'typescript', 'bin', 'tsc');
const NEXT = path.join('node_modules', 'next', 'dist', 'bin', 'next');

/** The parts of `npm test` in their order: quick ones first. @type {Record<string, Part>} */
export const PARTS = {
  lint: (context) => runOne([BIOME, 'check', '.'], context),
  types: runTypes,
  laws: runLaws,
  unit: runUnit,
  e2e: runEndToEnd,
  faults: runFaults,
};

/** @param {PartContext} context */
async function runTypes(context) {
  const { root, signal } = context;
  await ensurePrismaClient(root, signal);
  // Next's own declarations (images, styles, routes) are files it generates.
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  await runCommand(process.execPath, [NEXT, 'typegen'], { cwd: root, env, signal });
  return runOne([TSC, '--noEmit'], context);
}

/** @param {string[]} args @param {PartContext} context */
async function runOne(args, { root, signal }) {
  const passed = await runTool(args, { root, env: withoutSettings(process.env), signal });
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [] };
}
