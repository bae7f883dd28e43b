import { expect, test } from './fixtures';
import { mapCanvas } from './support/mapPage';

test('the wall shows the city and its districts in turn, without controls', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/wall?every=5');
  await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
  const title = page.getByRole('heading', { level: 1 });
  const city = await title.innerText();
  const turns = page.getByRole('list', { name: 'Districts, in turn' }).getByRole('listitem');
  expect(await turns.count()).toBeGreaterThan(2);
  const counts = () => page.getByRole('definition').allInnerTexts();
  const ofCity = (await counts()).map(Number);

  await expect(title).not.toHaveText(city);
  const ofDistrict = (await counts()).map(Number);
  expect(sum(ofDistrict)).toBeLessThan(sum(ofCity));
  expect(sum(ofDistrict)).toBeGreaterThan(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /zoom/i })).toHaveCount(0);
});

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
