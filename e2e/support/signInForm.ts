import type { Locator, Page } from '@playwright/test';

/** Fills the sign-in form in and sends it off. */
export async function submitSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** What the form says went wrong. */
export function signInFailure(page: Page): Locator {
  return page.getByRole('main').getByRole('alert');
}
