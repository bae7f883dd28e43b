import type { Page } from '@playwright/test';
import type { Pool } from 'pg';
import { defaultSettings } from '@/lib/settings/settings';
import { listVersions, readSettings, saveSettings } from '@/lib/settings/settingsStore';
import { expect, test } from './fixtures';
import { mapCanvas, openMap, shownCount } from './support/mapPage';
import { createPerson } from './support/people';

test.use({ role: 'admin' });

test.afterEach(async ({ db, installation: { systemId } }) => {
  const { version: baseVersion, settings } = await readSettings(db, systemId);
  if (JSON.stringify(settings) === JSON.stringify(defaultSettings)) return;
  const { id: authorId } = await createPerson(db, 'admin');
  const reason = 'The built-in values, for the next spec';
  await saveSettings(db, systemId, { settings: defaultSettings, baseVersion, authorId, reason });
});

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const saveButton = (page: Page) => page.getByRole('button', { name: 'Save version' });
const answer = (page: Page) => page.getByRole('status').filter({ hasNotText: 'Simulated' });

async function newestVersion(db: Pool, systemId: string) {
  return (await listVersions(db, systemId, 1))[0];
}

test('a threshold, saved with a reason, recolours a map that is open elsewhere', async ({
  page,
  person,
  visit,
  db,
  installation: { systemId },
}) => {
  const viewer = await visit('viewer');
  await openMap(viewer);
  const emptyBefore = await shownCount(viewer, 'empty');
  const painted = await mapCanvas(viewer).getAttribute('data-settings-version');

  await page.goto('/settings');
  await field(page, 'Empty at').fill('3');
  await field(page, 'Reason').fill('Three broken bikes are no bikes');
  await saveButton(page).click();
  await expect(answer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();

  await expect(mapCanvas(viewer)).not.toHaveAttribute('data-settings-version', painted!);
  await expect.poll(() => shownCount(viewer, 'empty')).toBeGreaterThan(emptyBefore);

  expect(await newestVersion(db, systemId)).toMatchObject({
    author: person!.name,
    reason: 'Three broken bikes are no bikes',
    settings: { ...defaultSettings, emptyBikes: 3 },
  });
  const newest = page.getByRole('table').last().getByRole('row').nth(1);
  await expect(newest).toContainText(person!.name);
  await expect(newest).toContainText('Three broken bikes are no bikes');
  await expect(newest).toContainText('Empty at: 0 → 3 bikes');
});

test('what cannot be is refused at its field, in words, and nothing is saved', async ({
  page,
  db,
  installation: { systemId },
}) => {
  const before = await newestVersion(db, systemId);
  await page.goto('/settings');
  const cases = [
    ['Minimum bikes', '51', '51 is above 50. Enter a number from 0 to 50.'],
    ['Target share of capacity', '-1', '-1 is below 0. Enter a number from 0 to 100.'],
    ['Empty at', '1.5', 'Only whole numbers here. Enter one from 0 to 10.'],
    ['Critical at', 'half', '“half” is not a number. Enter one from 0 to 100.'],
    ['Walking distance', '', 'Enter a number from 50 to 1,000.'],
  ] as const;
  for (const [name, value] of cases) await field(page, name).fill(value);
  await saveButton(page).click();
  for (const [name, , words] of cases) {
    await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page, name)).toHaveAccessibleDescription(new RegExp(literally(words)));
  }
  await expect(field(page, 'Reason')).toHaveAccessibleDescription(/Say why, in a few words/);
  await expect(answer(page).filter({ hasText: 'Not saved: 6 fields need mending.' })).toBeVisible();
  await expect(field(page, 'Minimum bikes')).toBeFocused();
  expect(await newestVersion(db, systemId)).toEqual(before);
});

test('of two admins who change the same version one is shown the other’s', async ({
  page,
  visit,
  db,
  installation: { systemId },
}) => {
  const other = await visit('admin');
  await Promise.all([page.goto('/settings'), other.goto('/settings')]);
  for (const [who, value] of [
    [page, '7'],
    [other, '9'],
  ] as const) {
    await field(who, 'Minimum bikes').fill(value);
    await field(who, 'Reason').fill(`${value} it is`);
  }
  await saveButton(page).click();
  await expect(answer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();

  await saveButton(other).click();
  const conflict = other.getByRole('region', { name: /was saved while you were editing/ });
  await expect(conflict).toContainText('Nothing of yours was saved.');
  const row = conflict.getByRole('row').filter({ hasText: 'Minimum bikes' });
  await expect(row).toContainText('7 bikes');
  await expect(row).toContainText('9 bikes');
  expect((await newestVersion(db, systemId))?.settings.minBikes).toBe(7);

  // Having seen the other's, they may still save their own on top of it.
  await saveButton(other).click();
  await expect(answer(other).filter({ hasText: 'It is in force now.' })).toBeVisible();
  expect(await newestVersion(db, systemId)).toMatchObject({
    reason: '9 it is',
    settings: { minBikes: 9 },
    previous: { minBikes: 7 },
  });
});

test('the very post that an admin makes is refused to everybody else', async ({
  page,
  visit,
  installation: { baseUrl, systemId },
  db,
}) => {
  await page.goto('/settings');
  await field(page, 'Minimum bikes').fill('8');
  await field(page, 'Reason').fill('The first of two');
  const posting = page.waitForRequest((request) => request.method() === 'POST');
  await saveButton(page).click();
  const post = await posting;
  await expect(answer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();
  const saved = await newestVersion(db, systemId);

  const headers = await post.allHeaders();
  const replayed = Object.fromEntries(
    ['next-action', 'content-type', 'accept', 'origin'].flatMap((name) =>
      headers[name] ? [[name, headers[name]]] : [],
    ),
  );
  expect(replayed['next-action']).toBeTruthy();
  // On top of the version in force, so that nothing but the role can refuse it.
  const data = post
    .postData()!
    .replace(/(name="[^"]*baseVersion"\r\n\r\n)\d+/, `$1${saved!.version}`)
    .replace(/(name="[^"]*minBikes"\r\n\r\n)\d+/, '$111');
  expect(data).not.toBe(post.postData());
  for (const role of ['viewer', 'dispatcher', 'driver', null] as const) {
    const browser = await visit(role);
    const response = await browser.request.post(`${baseUrl}/settings`, {
      headers: replayed,
      data,
      maxRedirects: 0,
    });
    expect(await response.text(), String(role)).not.toContain('"kind":"saved"');
    expect(await newestVersion(db, systemId), String(role)).toEqual(saved);
  }
  // Another site's page cannot make an admin's browser do it either.
  const foreign = { ...replayed, origin: 'https://evil.example' };
  await page.request.post(`${baseUrl}/settings`, { headers: foreign, data });
  expect(await newestVersion(db, systemId)).toEqual(saved);
  // The same bytes from the admin are taken: it was the role, and the origin, that were refused.
  await page.request.post(`${baseUrl}/settings`, { headers: replayed, data });
  expect((await newestVersion(db, systemId))?.settings.minBikes).toBe(11);
});

function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
