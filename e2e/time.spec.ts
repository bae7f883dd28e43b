import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { mapCanvas, openMap, shownCount, stationList, stationPanel } from './support/mapPage';
import { givePastCity } from './support/pastCity';
import { paintedAtMs, pastBanner, timeBar, timeSlider } from './support/timeBar';

const HOUR_MS = 3_600_000;

let forget: () => Promise<void>;
test.beforeEach(async ({ db, installation }) => {
  forget = await givePastCity(db, installation.systemId, [
    [4, 12],
    [2, 0],
    [1, 9],
  ]);
});
test.afterEach(() => forget());

test('an hour back: map, list, panel and address are of then, and nothing looks like now', async ({
  page,
}) => {
  await openMap(page);
  await page.getByRole('button', { name: 'Past', exact: true }).click();
  await expect(timeBar(page)).toBeVisible();
  await expect(pastBanner(page)).toHaveCount(0);

  await timeSlider(page).focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  await expect(pastBanner(page)).toContainText('Judged by');
  await expect(page).toHaveURL(/at=\d{4}-\d{2}-\d{2}T\d{2}(:|%3A)\d{2}/);
  const at = (await paintedAtMs(page))!;
  expect(Math.abs(Date.now() - 2 * HOUR_MS - 60_000 - at)).toBeLessThan(3 * 60_000);
  await page.keyboard.press('l');
  await page.keyboard.press('l');
  await expect.poll(() => paintedAtMs(page)).toBe(at + 120_000);
  expect(await shownCount(page, 'empty')).toBeGreaterThan(2);
  await expect(page.getByRole('region', { name: 'Freshness of the data' })).toContainText('Now:');

  const history = page.waitForRequest(/\/history\?at=/);
  await stationList(page).getByRole('option').first().click();
  await expect(stationPanel(page, '').first()).toContainText('Last change reported');
  expect(new URL((await history).url()).searchParams.get('at')).toBe(
    new Date(at + 120_000).toISOString(),
  );

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  }
  await pastBanner(page).getByRole('button', { name: 'Back to now' }).click();
  await expect(pastBanner(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/at=/);
  expect(await paintedAtMs(page)).toBeNull();
});

test('a link leads to its minute, plays on from there without a call a minute, and Back leads out', async ({
  page,
}) => {
  const at = new Date(Math.floor((Date.now() - 3 * HOUR_MS) / HOUR_MS) * HOUR_MS);
  const link = at.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).slice(0, 16);
  await openMap(page);
  await page.goto(`/map?at=${link.replace(' ', 'T')}`);
  await expect(mapCanvas(page)).toHaveAttribute('data-past-at', String(at.getTime() / 1_000));
  expect(await shownCount(page, 'empty')).toBe(0);

  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/map/past')) asked.push(request.url());
  });
  await timeBar(page).getByRole('combobox', { name: 'Speed' }).selectOption('60');
  await page.keyboard.press('k');
  await expect(timeBar(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(() => paintedAtMs(page)).toBeGreaterThan(at.getTime() + HOUR_MS);
  await timeBar(page).getByRole('button', { name: 'Pause' }).click();
  const paused = await paintedAtMs(page);
  expect(asked.filter((url) => url.includes('/changes')).length).toBeLessThanOrEqual(7);
  expect(asked.filter((url) => /past\?at/.test(url)).length).toBeLessThanOrEqual(3);
  await expect.poll(() => page.url()).not.toContain(link.replace(' ', 'T').replace(':', '%3A'));
  expect(await paintedAtMs(page)).toBe(paused);

  await page.goBack();
  await expect(pastBanner(page)).toHaveCount(0);
});

test('the past is for the signed-in, of times that there were', async ({ page, visit }) => {
  const ask = (query: string) => page.request.get(`/api/map/past${query}`);
  const at = new Date(Date.now() - HOUR_MS).toISOString();
  const answer = await ask(`?at=${at}`);
  expect(answer.status()).toBe(200);
  expect((await answer.json()).frame.past).toMatchObject({ tier: 'changes', isUnobserved: false });
  expect((await ask('?at=2001-01-01T00:00:00Z')).status()).toBe(404);
  expect((await ask('?at=2101-01-01T00:00:00Z')).status()).toBe(400);
  expect((await ask('?at=yesterday')).status()).toBe(400);
  const stretch = '/changes?from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z';
  expect((await ask(stretch)).status()).toBe(400);
  const stranger = await visit(null);
  expect((await stranger.request.get(`/api/map/past?at=${at}`)).status()).toBe(401);
});
