import { expect, test } from './fixtures';
import { expectPainted } from './support/mapLayers';
import { openMap } from './support/mapPage';

test.use({ locale: 'fr-FR' });

test('layers fit a phone, under a thumb, in French', async ({ page }) => {
  await openMap(page);
  const button = page.getByRole('button', { name: 'Calques' });
  const size = (await button.boundingBox())!;
  expect(size.width).toBeGreaterThanOrEqual(44);
  expect(size.height).toBeGreaterThanOrEqual(44);
  await button.tap();
  const panel = page.getByRole('dialog', { name: 'Calques' });
  const heat = panel.getByRole('switch', { name: 'Chaleur du manque' });
  await panel.getByText('Chaleur du manque', { exact: true }).tap();
  await expect(heat).toBeChecked();
  await expectPainted(page, 'heat');
  const box = (await panel.boundingBox())!;
  const { width, height } = page.viewportSize()!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
});
