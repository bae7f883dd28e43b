import type { Locator, Page } from '@playwright/test';
import { mapCanvas } from './mapPage';

export function timeBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Time on the map' });
}

/** The slider that leads through a day. */
export function timeSlider(page: Page): Locator {
  return timeBar(page).getByRole('slider', { name: 'Time' });
}

/** What says that the page shows no present. */
export function pastBanner(page: Page): Locator {
  return page.getByRole('region', { name: 'This is the past' });
}

/** The minute of the past that is painted, epoch milliseconds; null: the present is. */
export async function paintedAtMs(page: Page): Promise<number | null> {
  const at = await mapCanvas(page).getAttribute('data-past-at');
  return at === null ? null : Number(at) * 1_000;
}
