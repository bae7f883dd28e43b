import { expect, test } from './fixtures';
import { mapCanvas } from './support/mapPage';
import { createPerson } from './support/people';
import { signInFailure, submitSignIn } from './support/signInForm';

test.use({ role: null });

test('a driver signs in on a phone, after a slip', async ({ page, db, troubles }) => {
  troubles.expect(/status of 401 .*callback\/credentials/);
  const password = 'a horse that nobody guesses';
  const driver = await createPerson(db, 'driver', { password });
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fmap$/);
  await submitSignIn(page, driver.email, 'slip');
  await expect(signInFailure(page)).toBeInViewport();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Show password' }).tap();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Sign in' }).tap();
  await expect(page).toHaveURL(/\/map$/);
  await expect(mapCanvas(page)).toBeVisible();
});

test('nothing on the form is wider than the phone, and targets suit a thumb', async ({ page }) => {
  await page.goto('/sign-in');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  for (const control of [
    page.getByRole('textbox', { name: 'E-mail' }),
    page.getByLabel('Password', { exact: true }),
    page.getByRole('button', { name: 'Sign in' }),
  ]) {
    expect((await control.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
});
