import { expect, test } from './fixtures';
import { ask, cookieHeader } from './support/ask';
import { recordMornings } from './support/pastMornings';

/** From a Monday on. */
const WEEKS = { from: '2021-03-01', to: '2021-03-14' };

test('where people are lost every weekday morning: asked, defined and taken along', async ({
  page,
  db,
  feed,
  installation,
  person,
}) => {
  const [empty = '', other = ''] = [...(await feed.read()).keys()];
  const takeBack = await recordMornings(db, installation.systemId, WEEKS, empty, other);
  await page.goto('/map');
  await page.getByRole('link', { name: 'Insights' }).click();
  await expect(page.getByRole('heading', { name: 'Insights', level: 1 })).toBeVisible();

  await page.goto(`/insights?${new URLSearchParams(WEEKS)}`);
  await expect(page.getByText('On weekdays from 07:00 to 10:00')).toBeVisible();
  const stations = page.getByRole('table', { name: 'Where people are lost' });
  const worst = stations.getByRole('row').nth(1);
  // An hour of three, on each of ten weekdays.
  await expect(worst).toContainText('33%');
  await expect(worst).toContainText('10 of 10');
  await expect(worst).toContainText('chronic');
  await expect(worst.getByRole('link')).toHaveAttribute('href', `/stations/${empty}`);
  const eight = page.getByRole('grid', { name: 'The hours of the week' }).getByRole('row').nth(1);
  await expect(eight.getByRole('gridcell').nth(7)).toHaveText('empty 50% of the time');

  await page.getByRole('button', { name: 'What is “Days empty”?' }).click();
  const definition = page.getByRole('dialog', { name: 'Days empty' });
  await expect(definition).toContainText('days with ≥ 15 empty minutes');
  await page.keyboard.press('Escape');

  await page.getByRole('combobox', { name: 'To hour' }).selectOption('08:00');
  await expect(page).toHaveURL(/toH=8/);
  await expect(worst).toContainText('100%');
  await page.getByRole('radio', { name: 'Saturdays' }).check();
  await expect(worst).toContainText('0 of 2');
  await page.reload();
  await expect(worst).toContainText('0 of 2');

  const query = new URLSearchParams({ ...WEEKS, toH: '8', table: 'stations' });
  const cookie = await cookieHeader(installation, person);
  const csv = await ask(installation, `/api/insights?${query}`, cookie);
  const [head = '', first = ''] = csv.text.split('\r\n');
  const columns = head.split(',');
  const cells = first.split(',');
  const cell = (name: string) => cells[columns.indexOf(name)];
  expect([cell('stationId'), cell('emptyMin'), cell('openMin')]).toEqual([empty, '600', '600']);
  expect((await ask(installation, '/api/insights?table=people', cookie)).status).toBe(400);
  await takeBack();
});
