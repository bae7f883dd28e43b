import { expect, test } from './fixtures';
import { recordMornings } from './support/pastMornings';

/** From a Monday on; other weeks than those of the desk's spec. */
const WEEKS = { from: '2020-03-02', to: '2020-03-15' };

test.use({ locale: 'fr-FR' });

test('en français, au téléphone : les matins où l’on perd du monde', async ({
  page,
  db,
  feed,
  installation,
}) => {
  const [empty = '', other = ''] = [...(await feed.read()).keys()];
  const takeBack = await recordMornings(db, installation.systemId, WEEKS, empty, other);
  await page.goto(`/insights?${new URLSearchParams(WEEKS)}`);
  await expect(page.getByText('En semaine de 07:00 à 10:00')).toBeVisible();
  const define = page.getByRole('button', { name: /Que veut dire « Chronique » \?/ });
  expect((await define.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await define.tap();
  await expect(page.getByRole('dialog', { name: 'Chronique' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Samedis' }).check();
  await expect(page).toHaveURL(/kind=saturday/);
  await expect(page.getByText('Le samedi de 07:00 à 10:00')).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await takeBack();
});
