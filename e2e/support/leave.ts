import type { Page } from '@playwright/test';

/** Closes the page before its session goes, so that nothing on it asks in vain; then all is new. */
export async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
}
