import { describe, expect, it } from 'vitest';
import { closingLine, exitCode, readPlaywrightReport, readVitestReport, sum } from './outcome.mjs';

const none = { passed: 0, failed: 0, skipped: [] };

describe('the end of a run', () => {
  it('counts in one line', () => {
    expect(closingLine({ passed: 3, failed: 1, skipped: [] })).toBe('3 passed, 1 failed');
    expect(closingLine({ passed: 3, failed: 0, skipped: ['a', 'b'] })).toBe(
      '3 passed, 0 failed, 2 skipped',
    );
  });

  it('fails on a failure, and when nothing ran', () => {
    expect(exitCode({ ...none, passed: 1 })).toBe(0);
    expect(exitCode({ ...none, passed: 1, failed: 1 })).toBe(1);
    expect(exitCode(sum([]))).toBe(1);
  });
});

describe('readVitestReport', () => {
  const test = (status: string) => ({ status, fullName: ` ${status} test` });

  it('counts tests, and names the skipped', () => {
    const report = {
      testResults: [
        { status: 'failed', assertionResults: [test('passed'), test('failed')] },
        { status: 'passed', assertionResults: [test('pending'), test('todo')] },
      ],
    };
    expect(readVitestReport(report, false)).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['pending test', 'todo test'],
    });
  });

  it('counts a file that does not load, and an error outside of tests, as failures', () => {
    const broken = { testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(readVitestReport(broken, false).failed).toBe(1);
    const well = { testResults: [{ status: 'passed', assertionResults: [test('passed')] }] };
    expect(readVitestReport(well, false).failed).toBe(1);
    expect(readVitestReport(well, true).failed).toBe(0);
  });
});

it('reads Playwright’s report: why something was skipped, what passed only when tried again', () => {
  const skipped = {
    title: 'uses tiles',
    tests: [
      {
        status: 'skipped',
        projectName: 'desktop',
        annotations: [{ type: 'skip', description: 'no network' }],
      },
    ],
  };
  const flaky = {
    title: 'opens a station',
    tests: [{ status: 'flaky', projectName: 'phone', annotations: [] }],
  };
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [],
    suites: [{ title: 'map.spec.ts', suites: [{ title: 'map', specs: [skipped, flaky] }] }],
  };
  expect(readPlaywrightReport(report, false)).toEqual({
    passed: 5,
    failed: 1,
    skipped: ['map.spec.ts > map > uses tiles (desktop): no network'],
    flaky: ['map.spec.ts > map > opens a station (phone)'],
  });
});
