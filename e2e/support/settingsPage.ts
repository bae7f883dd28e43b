import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import type { Pool } from 'pg';
import { defaultSettings } from '@/lib/settings/settings';
import { listVersions, readSettings, saveSettings } from '@/lib/settings/settingsStore';
import { createPerson } from './people';

export function settingField(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

export function saveButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Save version' });
}

/** What the page says became of a save. */
export function saveAnswer(page: Page): Locator {
  return page.getByRole('status').filter({ hasNotText: 'Simulated' });
}

/** The version in force as the database has it; undefined where nobody has saved one. */
export async function newestVersion(db: Pool, systemId: string) {
  return (await listVersions(db, systemId, 1))[0];
}

/** Puts the built-in values in force again, where a spec changed them. */
export async function restoreSettings(db: Pool, systemId: string): Promise<void> {
  const { version: baseVersion, settings } = await readSettings(db, systemId);
  if (isDeepStrictEqual(settings, defaultSettings)) return;
  const { id, name } = await createPerson(db, 'admin');
  const author = { id, name, address: null };
  const reason = 'The built-in values, for the next spec';
  await saveSettings(db, systemId, { settings: defaultSettings, baseVersion, author, reason });
}

/** The part of the form that holds the thresholds of a place and time, such as "Whole city, Rush". */
export function overrideCard(page: Page, scope: string): Locator {
  return page.getByRole('group', { name: scope, exact: true });
}

/** What the page says a save would do: "Critical", before and after. */
export async function previewedCount(page: Page, severity: string): Promise<[number, number]> {
  const preview = page.getByRole('region', { name: 'Preview' });
  const row = preview.getByRole('term').filter({ hasText: new RegExp(`^${severity}$`) });
  const words = await row.locator('xpath=following-sibling::dd[1]').textContent();
  const [before, after] = words!.replaceAll(',', '').split('→').map(Number);
  return [before!, after!];
}

/** A district that holds stations, the largest first: its id, and its name in lists. */
export async function largestDistrict(db: Pool, systemId: string) {
  const { rows } = await db.query<{ districtId: string; name: string; stations: string[] }>(
    `SELECT a.district_id AS "districtId", a.name, array_agg(s.station_id) AS stations
       FROM district a
       JOIN district q ON q.system_id = a.system_id
        AND (q.district_id = a.district_id OR q.parent_id = a.district_id)
       JOIN station s ON s.system_id = a.system_id AND s.district_id = q.district_id
        AND s.removed_at IS NULL
      WHERE a.system_id = $1 AND a.level = 1
      GROUP BY a.district_id, a.name ORDER BY count(*) DESC LIMIT 1`,
    [systemId],
  );
  return rows[0]!;
}
