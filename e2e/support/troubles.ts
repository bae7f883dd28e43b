import type { BrowserContext } from '@playwright/test';

/** What a browser complained of, and what a spec said beforehand that it would. */
export interface Troubles {
  /** From here on complaints that match are part of what the spec provokes. */
  expect(pattern: RegExp): void;
  /** Everything that nobody expected, in order. */
  unexpected(): string[];
  watch(context: BrowserContext): void;
}

/** A page that was left, or a stream it closed itself, is no failure. */
const ABORTED = 'net::ERR_ABORTED';

/** Playwright's own word, where its configuration blocks them. */
const NO_SERVICE_WORKER = 'Service Worker registration blocked by Playwright';

/** Collects console errors and warnings, uncaught errors, failed requests and 5xx answers. */
export function createTroubles(): Troubles {
  const expected: RegExp[] = [];
  const found: string[] = [];
  const note = (trouble: string) => {
    if (!expected.some((pattern) => pattern.test(trouble))) found.push(trouble);
  };
  return {
    expect: (pattern) => expected.push(pattern),
    unexpected: () => [...found],
    watch(context) {
      context.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        if (message.text() === NO_SERVICE_WORKER) return;
        note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => note(`uncaught: ${error.error().stack}`));
      context.on('requestfailed', (request) => {
        const why = request.failure()?.errorText ?? '';
        if (why !== ABORTED) note(`request: ${request.method()} ${request.url()} ${why}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 500) note(`answer: ${response.status()} ${response.url()}`);
      });
    },
  };
}
