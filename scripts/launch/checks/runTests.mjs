import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from '../install.mjs';
import { ensurePrismaClient } from '../prismaClient.mjs';
import { stopRequest } from '../stopRequest.mjs';
import { bold, dim, red, say } from '../terminal.mjs';
import { closingLine, exitCode, sum } from './outcome.mjs';

/**
 * Runs the parts one after the other, all of them whatever fails, and says what came of them.
 *
 * @param {string} root
 * @param {{ parts: string[], filters: string[] }} options
 * @returns {Promise<number>} exit code
 */
export async function runTests(root, { parts, filters }) {
  const { signal, dispose } = stopRequest();
  try {
    await ensureInstalled(root, signal);
    await ensurePrismaClient(root, signal);
    const { PARTS } = await import('./parts.mjs'); // it needs the dependencies
    const outcomes = [];
    for (const name of parts) {
      const part = PARTS[name];
      if (part) outcomes.push(await runPart(name, part, { root, filters, signal }));
    }
    return report(sum(outcomes));
  } catch (error) {
    if (!signal.aborted) throw error;
    say('\nStopped.');
    return 130;
  } finally {
    dispose();
  }
}

/**
 * @param {string} name
 * @param {import('./parts.mjs').Part} part
 * @param {{ root: string, filters: string[], signal: AbortSignal }} given
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
async function runPart(name, part, given) {
  say(`\n${bold(`== ${name}`)}`);
  const startedAtMs = performance.now();
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), `limelight-${name}-`));
  try {
    const outcome = await part({ ...given, dir });
    const tookS = ((performance.now() - startedAtMs) / 1000).toFixed(1);
    say(`${name}: ${closingLine(outcome)} ${dim(`(${tookS} s)`)}`);
    return outcome;
  } catch (error) {
    given.signal.throwIfAborted();
    say(red(`${name} could not run: ${error instanceof Error ? error.stack : error}`));
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** @param {import('./outcome.mjs').Outcome} total */
function report(total) {
  if (total.skipped.length > 0) say(`\nSkipped:\n${total.skipped.map((t) => `  ${t}`).join('\n')}`);
  say(`\n${closingLine(total)}`);
  return exitCode(total);
}
