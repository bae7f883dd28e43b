import fs from 'node:fs';
import path from 'node:path';
import { readVitestReport } from './outcome.mjs';
import { runTool } from './runTool.mjs';
import { startTestServices } from './testServices.mjs';

const VITEST = path.join('node_modules', 'vitest', 'vitest.mjs');

/**
 * Unit, property and integration tests, on servers of their own.
 *
 * @param {import('./parts.mjs').PartContext} context
 */
export async function runUnit({ root, dir, filters, signal }) {
  const reportFile = path.join(dir, 'vitest.json');
  const services = await startTestServices({ root, dir, durable: false, withS3: true, signal });
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const args = [VITEST, 'run', ...reporters, ...filters];
    const exitedWell = await runTool(args, { root, env: services.env, signal });
    return readVitestReport(JSON.parse(fs.readFileSync(reportFile, 'utf8')), exitedWell);
  } finally {
    await services.stop();
  }
}
