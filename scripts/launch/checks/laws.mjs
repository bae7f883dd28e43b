import { LAWS } from '../laws/laws.mjs';
import { readProject } from '../laws/projectGraph.mjs';
import { green, red, say } from '../terminal.mjs';

/**
 * The laws of the house, each one a check.
 *
 * @param {{ root: string }} context
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function runLaws({ root }) {
  const graph = readProject(root);
  let failed = 0;
  for (const law of LAWS) {
    const violations = law.violations(graph);
    say(`${violations.length === 0 ? green('✓') : red('✗')} ${law.name}`);
    for (const violation of violations) say(`    ${violation}`);
    if (violations.length > 0) failed += 1;
  }
  return { passed: LAWS.length - failed, failed, skipped: [] };
}
