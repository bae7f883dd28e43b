/**
 * What came of one part of `npm test`.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped titles, each with its reason
 */

/** @type {Outcome} */
export const NOTHING = { passed: 0, failed: 0, skipped: [] };

/** @param {Outcome[]} outcomes @returns {Outcome} */
export function sum(outcomes) {
  return outcomes.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: [...a.skipped, ...b.skipped],
    }),
    NOTHING,
  );
}

/**
 * The closing line of `npm test`.
 *
 * @param {Outcome} total
 */
export function closingLine({ passed, failed, skipped }) {
  const rest = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  return `${passed} passed, ${failed} failed${rest}`;
}

/**
 * 0 only if something ran and nothing failed.
 *
 * @param {Outcome} total
 */
export function exitCode({ passed, failed }) {
  return failed > 0 || passed === 0 ? 1 : 0;
}

/**
 * Reads vitest's JSON report (the format of Jest's).
 *
 * @param {any} report
 * @param {boolean} exitedWell whether vitest itself was content
 * @returns {Outcome}
 */
export function readVitestReport(report, exitedWell) {
  /** @type {{ status: string, fullName: string }[]} */
  const tests = report.testResults.flatMap((/** @type {any} */ file) => file.assertionResults);
  // A file that does not load has no tests to count, and is a failure all the same.
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && !hasFailed(file.assertionResults),
  ).length;
  const failed = tests.filter((test) => test.status === 'failed').length + brokenFiles;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    // Errors outside of tests fail the run although no test did.
    failed: failed === 0 && !exitedWell ? 1 : failed,
    skipped: tests
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => test.fullName.trim()),
  };
}

/** @param {{ status: string }[]} tests */
function hasFailed(tests) {
  return tests.some((test) => test.status === 'failed');
}

/**
 * Reads Playwright's JSON report. A test that passed only when tried again counts as passed, and
 * is named: it is a fault of the test, or of the program, that showed once.
 *
 * @param {any} report
 * @param {boolean} exitedWell whether Playwright itself was content
 * @returns {Outcome & { flaky: string[] }}
 */
export function readPlaywrightReport(report, exitedWell) {
  const { expected, unexpected, flaky } = report.stats;
  const failed = unexpected + report.errors.length;
  /** @param {string} status */
  const having = (status) =>
    report.suites.flatMap((/** @type {any} */ suite) => titlesIn(suite, '', status));
  return {
    passed: expected + flaky,
    failed: failed === 0 && !exitedWell ? 1 : failed,
    skipped: having('skipped'),
    flaky: having('flaky'),
  };
}

/**
 * @param {any} suite
 * @param {string} above
 * @param {string} status
 * @returns {string[]} each with its reason where one was given
 */
function titlesIn(suite, above, status) {
  const title = `${above}${suite.title} > `;
  const own = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ test) => test.status === status)
      .map((/** @type {any} */ test) => {
        const reason = test.annotations.find((/** @type {any} */ a) => a.type === 'skip');
        const why = reason?.description ? `: ${reason.description}` : '';
        return `${title}${spec.title} (${test.projectName})${why}`;
      }),
  );
  const below = (suite.suites ?? []).flatMap((/** @type {any} */ s) => titlesIn(s, title, status));
  return [...own, ...below];
}
