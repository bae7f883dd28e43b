/** `npm test`: every check there is, on servers of its own. */
import path from 'node:path';
import { runTests } from './launch/checks/runTests.mjs';
import { parseTestOptions, TEST_HELP } from './launch/checks/testOptions.mjs';
import { UsageError } from './launch/options.mjs';
import { red, say } from './launch/terminal.mjs';

const root = path.resolve(import.meta.dirname, '..');
try {
  const parts = ['lint', 'types', 'laws', 'unit', 'e2e', 'faults'];
  const options = parseTestOptions(process.argv.slice(2), parts);
  if (options.help) say(TEST_HELP);
  else process.exitCode = await runTests(root, options);
} catch (error) {
  say(`\n${red('The tests could not run.')} ${error instanceof Error ? error.message : error}`);
  if (error instanceof UsageError) say(`\n${TEST_HELP}`);
  process.exitCode = 1;
}
