import { expect, type Locator, type Page } from '@playwright/test';
import type { Severity } from '@/lib/deficit/assessment';

/** The canvas's element, on which the page leaves the versions that it has painted. */
export function mapCanvas(page: Page): Locator {
  return page.locator('.limelight-map');
}

/** Opens the map and waits until its stations are painted. */
export async function openMap(page: Page, query = ''): Promise<void> {
  await page.goto(`/map${query}`);
  await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
}

/** The banners above the map. */
export function banners(page: Page): Locator {
  return page.getByTestId('map-banners');
}

export function stationList(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Stations, worst first' });
}

export function stationRow(page: Page, name: string): Locator {
  return stationList(page).getByRole('option').filter({ hasText: name });
}

export function stationPanel(page: Page, name: string): Locator {
  return page.getByRole('article', { name });
}

/** The line of an open station that says how bad it is. */
export function severityLine(page: Page, name: string, word: string): Locator {
  return stationPanel(page, name).getByText(new RegExp(`^${word}`));
}

/** Where on the screen a station's marker is: what points at it tells when its row is hovered. */
export async function markerPosition(page: Page, name: string): Promise<{ x: number; y: number }> {
  const TIP_ABOVE_PX = 14;
  await stationRow(page, name).first().hover();
  const tip = page.getByRole('tooltip').filter({ hasText: name });
  await expect(tip).toBeVisible();
  const box = (await tip.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height + TIP_ABOVE_PX };
}

const SEVERITY_WORDS: Record<Severity, string> = {
  empty: 'Empty',
  critical: 'Critical',
  low: 'Low',
  ok: 'Fine',
  unknown: 'Unknown',
};

/** The button that counts the stations of a severity and filters by it. */
export function severityChip(page: Page, severity: Severity): Locator {
  const name = new RegExp(`^${SEVERITY_WORDS[severity]}: \\d+ stations?$`);
  return page.getByRole('button', { name });
}

/** How many stations of a severity the page counts. */
export async function shownCount(page: Page, severity: Severity): Promise<number> {
  const name = await severityChip(page, severity).getAttribute('aria-label');
  return Number(name?.match(/\d+/)?.[0]);
}
