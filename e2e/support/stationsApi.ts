import { expect, type Page } from '@playwright/test';
import type { StationRecord } from '@/lib/pipeline/stationRecord';

/** What the API says of every station, in its order, to the person of the page. */
export async function readStations(page: Page): Promise<StationRecord[]> {
  const response = await page.request.get('/api/v1/stations');
  expect(response.status()).toBe(200);
  return ((await response.json()) as { stations: StationRecord[] }).stations;
}
