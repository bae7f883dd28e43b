import { defaultSettings } from '@/lib/settings/settings';
import { readSettings, saveSettings } from '@/lib/settings/settingsStore';
import { expect, test } from './fixtures';
import { mapCanvas, stationPanel } from './support/mapPage';
import { createPerson } from './support/people';

// The reader is elsewhere than the city: its clock is the one that counts.
test.use({ locale: 'fr-FR', timezoneId: 'America/New_York' });

test.describe('who is not signed in', () => {
  test.use({ role: null });

  test('reads in the language that their browser asks for, and may choose another', async ({
    page,
  }) => {
    await page.goto('/sign-in');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(page).toHaveTitle('Connexion · Limelight');
    await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill('rien');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByText('Saisissez votre mot de passe.')).toBeVisible();

    await page.getByRole('radio', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('the map speaks French: counts, list, a station and its why', async ({ page, feed }) => {
  const station = [...(await feed.read()).values()].filter((one) => one.isRenting)[9]!;
  const { stationId, name, capacity } = station;
  await feed.set(stationId, { numBikesAvailable: 1 });
  await feed.fetch();
  await page.goto(`/map?station=${stationId}`);
  await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
  await expect(page).toHaveTitle('Carte · Limelight');
  await expect(page.getByText('Rien sur cette carte n’est réel')).toBeVisible();
  const panel = stationPanel(page, name);
  await expect(panel).toContainText(new RegExp(`1 vélo sur ${capacity}, cible \\d+\\s; `));
  await expect(panel).toContainText(/signalée il y a \d+\ss\./);
  await expect(
    panel.getByRole('region', { name: 'Chiffres' }).getByText('Bornes libres'),
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Retour à la liste' }).click();
  await expect(page.getByRole('listbox', { name: 'Stations, les pires d’abord' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Vide\s: \d+ stations?$/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Fraîcheur des données' })).toContainText(
    /à jour il y a \d+\ss/,
  );
});

test('a language chosen in the account’s menu holds, on every device', async ({
  page,
  person,
  db,
}) => {
  await page.goto('/map');
  await page.getByRole('button', { name: /^Connecté en tant que/ }).click();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('link', { name: 'Map', exact: true })).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Stations, worst first' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect
    .poll(async () => {
      const found = await db.query('SELECT locale FROM app_user WHERE id = $1', [person!.id]);
      return found.rows[0].locale;
    })
    .toBe('en');
});

test.describe('an admin', () => {
  test.use({ role: 'admin' });

  test('reads the settings in French, numbers as French has them, times by the city’s clock', async ({
    page,
    db,
    installation: { systemId },
  }) => {
    const author = await createPerson(db, 'admin', { name: 'Zoé Martin' });
    const { version: baseVersion, settings } = await readSettings(db, systemId);
    // The same values again: a version to be listed that changes nothing for other specs.
    const change = {
      ...{ settings, baseVersion, reason: 'Relecture' },
      author: { id: author.id, name: author.name, address: null },
    };
    expect((await saveSettings(db, systemId, change)).kind).toBe('saved');
    expect(settings).toEqual(defaultSettings);

    await page.goto('/settings');
    await expect(page.getByRole('heading', { name: 'Réglages', level: 1 })).toBeVisible();
    const walk = page.getByRole('textbox', { name: 'Distance de marche' });
    await expect(walk).toHaveAccessibleDescription(/de 50 à 1\s000 m/);
    const row = page.getByRole('row').filter({ hasText: 'Zoé Martin' }).first();
    await expect(row).toContainText('Relecture');
    const time = row.getByRole('time').or(row.locator('time'));
    const savedAt = new Date((await time.getAttribute('datetime'))!);
    const inParis = savedAt.toLocaleTimeString('fr-FR', {
      timeZone: 'Europe/Paris',
      hour: '2-digit',
      minute: '2-digit',
    });
    await expect(time).toContainText(inParis);

    await page.getByRole('textbox', { name: 'Minimum de vélos' }).fill('1,5');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(
      page.getByText('Nombres entiers seulement. Saisissez-en un de 0 à 50.'),
    ).toBeVisible();
  });
});
