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
