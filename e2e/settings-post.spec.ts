import { expect, test } from './fixtures';
import {
  newestVersion,
  restoreSettings,
  saveAnswer,
  saveButton,
  settingField,
} from './support/settingsPage';

test.use({ role: 'admin' });
test.afterEach(({ db, installation }) => restoreSettings(db, installation.systemId));

test('the very post that an admin makes is refused to everybody else', async ({
  page,
  visit,
  installation: { baseUrl, systemId },
  db,
}) => {
  await page.goto('/settings');
  await settingField(page, 'Minimum bikes').fill('8');
  await settingField(page, 'Reason').fill('The first of two');
  const posting = page.waitForRequest((request) => request.method() === 'POST');
  await saveButton(page).click();
  const post = await posting;
  await expect(saveAnswer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();
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
