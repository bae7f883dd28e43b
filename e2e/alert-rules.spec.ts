import { expect, test } from './fixtures';
import { addRule, rules } from './support/alertsPage';

test.use({ role: 'viewer' });

test('a rule is made, changed, stopped and removed; what is wrong is said at its field', async ({
  page,
  person,
  db,
}) => {
  await page.goto('/alerts');
  await page.getByRole('button', { name: 'New rule' }).click();
  const form = page.getByRole('dialog', { name: 'New rule' });
  await expect(form.getByRole('radio', { name: 'The feed' })).toHaveCount(0);
  await form.getByRole('textbox', { name: 'Lasting, minutes' }).fill('1.5');
  await form.getByRole('radio', { name: 'Some districts' }).check();
  await form.getByRole('checkbox', { name: 'Only at some hours' }).check();
  await form.getByLabel('To', { exact: true }).fill('07:00');
  await form.getByRole('button', { name: 'Save the rule' }).click();
  const name = form.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('Give the rule a name.');
  await expect(form).toContainText('Enter a whole number from 0 to 720.');
  await expect(form).toContainText('Choose at least one district, or the whole city.');
  await expect(form).toContainText('The two times are equal.');
  await page.keyboard.press('Escape');

  await addRule(page, { name: 'Mornings', lastingMin: '20' });
  const item = rules(page).getByRole('listitem').filter({ hasText: 'Mornings' });
  await expect(item).toContainText('Empty, for 20 minutes');
  await expect(item).toContainText('Whole city');

  await item.getByRole('button', { name: 'Edit Mornings' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit the rule' });
  for (const day of ['Saturday', 'Sunday'])
    await edit.getByRole('checkbox', { name: day }).uncheck();
  await edit.getByRole('radio', { name: 'Critical' }).check();
  await edit.getByRole('button', { name: 'Save the rule' }).click();
  await expect(item).toContainText('Critical or worse, for 20 minutes');
  await expect(item).toContainText('on weekdays');

  await item.getByRole('switch', { name: 'Watch: Mornings' }).uncheck();
  await expect(item).toContainText('Off');

  await item.getByRole('button', { name: 'Remove Mornings' }).click();
  await page.getByRole('button', { name: 'Remove the rule' }).click();
  await expect(rules(page)).toContainText('No rule yet');

  const { rows } = await db.query<{ action: string }>(
    'SELECT action FROM audit_entry WHERE actor_id = $1 ORDER BY id',
    [person!.id],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...['alertRule.saved', 'alertRule.saved', 'alertRule.saved', 'alertRule.removed'],
  ]);
});

test('everybody sees their own rules alone', async ({ page, visit }) => {
  await page.goto('/alerts');
  await addRule(page, { name: 'Mine', lastingMin: '5' });
  const other = await visit('admin');
  await other.goto('/alerts');
  await expect(rules(other)).toContainText('No rule yet');
  await other.getByRole('button', { name: 'New rule' }).click();
  await expect(other.getByRole('radio', { name: 'The feed' })).toBeVisible();
});
