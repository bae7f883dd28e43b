import { parseArgs } from 'node:util';
import { UsageError } from '../options.mjs';

export const TEST_HELP = `Usage: npm test -- [--only PART] [files]

Runs lint, types, laws, unit (with property and integration tests), e2e and faults, with servers
of their own, and ends with "N passed, N failed". PART is one of them, or several by commas. Words
that follow keep unit and e2e to the files whose path contains one of them.`;

/**
 * @param {string[]} argv
 * @param {string[]} partNames
 * @returns {{ parts: string[], filters: string[], help: boolean }}
 * @throws {UsageError}
 */
export function parseTestOptions(argv, partNames) {
  const { values, positionals } = read(argv);
  const filtered = positionals.length > 0 ? ['unit'] : partNames;
  const parts = values.only?.split(',') ?? filtered;
  for (const part of parts) {
    if (!partNames.includes(part))
      throw new UsageError(`There is no part "${part}". There are: ${partNames.join(', ')}.`);
  }
  return { parts, filters: positionals, help: values.help ?? false };
}

/** @param {string[]} argv */
function read(argv) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
