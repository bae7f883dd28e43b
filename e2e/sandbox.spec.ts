import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { givePastDay } from './support/pastDay';
import { newestVersion, settingField } from './support/settingsPage';

test.use({ role: 'admin' });

test('a draft is tried on the past: both sides beside each other, as a file, and nothing is saved', async ({
  page,
  db,
  feed,
  installation: { systemId },
}) => {
  const [station] = [...(await feed.read()).values()].filter(({ capacity }) => capacity === 30);
  const { stationId, name, capacity } = station ?? [...(await feed.read()).values()][0]!;
  // Runs empty between 20 and 18 hours ago; with 9 bikes the built-in values find nothing amiss.
  const forget = await givePastDay(
    db,
    systemId,
    stationId,
    [
      [25, 9, capacity - 9],
      [20, 0, capacity],
      [18, 9, capacity - 9],
    ],
    [6, 5],
  );
  try {
    await feed.fetch();
    const before = await newestVersion(db, systemId);
    await page.goto('/settings');
    const sandbox = page.getByRole('region', { name: 'Try it on the past' });
    await expect(sandbox).toContainText(/There are .* of history, since/);
    await settingField(page, 'Minimum bikes').fill('20');
    await sandbox.getByRole('combobox', { name: 'Period' }).selectOption('Last 24 hours');
    const lasting = sandbox.getByRole('textbox', { name: 'Short for at least' });
    await lasting.fill('x');
    await lasting.press('Enter');
    await expect(lasting).toHaveAccessibleDescription('Give whole minutes from 0 to 720.');
    await lasting.fill('15');
    await lasting.press('Enter');

    await expect(sandbox).toContainText(/Replayed: 1 d 0 h/);
    await expect(sandbox).toContainText(/gaps?, .* that nobody observed, left out/);
    const row = (figure: string) =>
      sandbox.getByRole('row').filter({ has: page.getByRole('rowheader', { name: figure }) });
    await expect(row('Already short at the beginning').getByRole('cell').nth(1)).not.toHaveText(
      '0',
    );
    await sandbox.getByRole('button', { name: 'What “Recall” means' }).click();
    await expect(page.getByRole('dialog', { name: 'Recall' })).toContainText('last bike');
    await page.keyboard.press('Escape');

    const saved = page.waitForEvent('download');
    await sandbox.getByRole('button', { name: 'Stations as CSV' }).click();
    const csv = await readFile(await (await saved).path(), 'utf8');
    const line = csv.split('\r\n').find((one) => one.startsWith(`${stationId},`));
    expect(line, name).toBeDefined();

    await settingField(page, 'Minimum bikes').fill('19');
    await expect(sandbox).toContainText('Something was changed since');
    expect(await newestVersion(db, systemId)).toEqual(before);
  } finally {
    await forget();
  }
});
