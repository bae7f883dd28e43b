import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { openGuest } from './support/guest';
import { mapCanvas } from './support/mapPage';
import { createPerson, giveSession } from './support/people';
import { inviteByForm } from './support/peoplePage';

const PASSWORD = 'un cheval sur un bateau';

test.use({ role: null, locale: 'fr-FR' });

test('un collègue ouvre son compte sur son téléphone, en français', async ({
  page,
  db,
  browser,
  installation,
  troubles,
}) => {
  const email = `nouvelle-${randomUUID()}@example.org`;
  const admin = await createPerson(db, 'admin');
  const desk = await openGuest({ browser, installation, troubles }, admin, { locale: 'en-GB' });
  await desk.goto('/admin/people');
  const link = await inviteByForm(desk, email, 'Driver');

  const answer = await page.goto(link);
  const headers = answer!.headers();
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cache-control']).toContain('no-store');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ouvrez votre compte');
  await expect(page.getByText(/avec le rôle «\u00a0Conduite\u00a0»/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Adresse e-mail' })).toHaveValue(email);

  const open = page.getByRole('button', { name: 'Ouvrir le compte' });
  const name = page.getByRole('textbox', { name: 'Votre nom' });
  const password = page.getByLabel('Mot de passe', { exact: true });
  await open.tap();
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('Saisissez votre nom.');
  await expect(password).toHaveAccessibleDescription('Choisissez un mot de passe.');
  for (const control of [name, password, open]) {
    expect((await control.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await name.fill('Marie Curie');
  await password.fill(PASSWORD);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.headers().referer ?? ''));
  await open.tap();
  await expect(page).toHaveURL(/\/map$/);
  await expect(mapCanvas(page)).toBeVisible();
  const secret = link.split('/').at(-1)!;
  expect(requests.filter((referer) => referer.includes(secret))).toEqual([]);

  // Once: whoever finds the link later finds nothing.
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien n’ouvre plus rien');
  await desk.context().close();
});

test('la liste des personnes tient sur un téléphone', async ({
  page,
  context,
  db,
  installation,
}) => {
  const admin = await createPerson(db, 'admin', { name: 'Une personne au nom vraiment très long' });
  await giveSession(context, installation, admin);
  await page.goto('/admin/people');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Personnes');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const manage = page.getByRole('button', { name: `Gérer ${admin.name}` }).first();
  await manage.scrollIntoViewIfNeeded();
  await expect(manage).toBeInViewport({ ratio: 1 });
  expect((await manage.boundingBox())!.height).toBeGreaterThanOrEqual(44);
});
