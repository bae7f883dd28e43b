import type { Page } from '@playwright/test';

/** Leaves the sign-in page for the provider. */
export async function leaveForProvider(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue with Example ID' }).click();
}

/** Signs in at the provider's own page under a name; with any password there. */
export async function signInAtProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
}

/** Says yes to what the provider asks: whether it may tell us who they are. */
export async function consentAtProvider(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** From our sign-in page through the provider's two pages and back. */
export async function goThroughProvider(page: Page, login: string): Promise<void> {
  await leaveForProvider(page);
  await signInAtProvider(page, login);
  await consentAtProvider(page);
}
