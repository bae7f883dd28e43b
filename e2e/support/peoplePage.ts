import { expect, type Locator, type Page } from '@playwright/test';

/** The row of a person in the list of accounts. */
export function personRow(page: Page, email: string): Locator {
  return page.getByRole('row').filter({ hasText: email });
}

/** Opens what an admin can do about a person. */
export async function managePerson(page: Page, email: string): Promise<Locator> {
  await personRow(page, email)
    .getByRole('button', { name: /^(Manage|Gérer)/ })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(email);
  return dialog;
}

/** Invites somebody through the form. @returns the link */
export async function inviteByForm(page: Page, email: string, role: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite someone' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite someone' });
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption({ label: role });
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = dialog.getByRole('textbox', { name: 'Invitation link' });
  await expect(link).toBeVisible();
  return link.inputValue();
}
