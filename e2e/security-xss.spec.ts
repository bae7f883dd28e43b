import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ask, cookieHeader } from './support/ask';
import { openMap, stationPanel } from './support/mapPage';
import { createPerson } from './support/people';

/** Breaks out of a text, an attribute, a script, a style, a comment and a template. */
const STRIKE = `"'--></style></script><img src=x onerror="window.struck=1"><svg onload=window.struck=1>\${window.struck=1}{{window.struck=1}}`;
const PAGES = [
  ...['/map', '/wall', '/settings', '/alerts', '/me'],
  ...['/admin/people', '/admin/feeds', '/admin/audit'],
];

test.use({ role: 'admin' });

async function expectUnharmed(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(() => (window as { struck?: number }).struck), where).toBeUndefined();
  await expect(page.locator('img[src="x"], svg[onload]'), where).toHaveCount(0);
}

test('a feed’s names are text wherever they are shown', async ({
  page,
  feed,
  db,
  installation,
}) => {
  test.slow();
  const [station] = [...(await feed.read()).values()];
  const { stationId, name } = station!;
  const { systemId } = installation;
  const { rows: districts } = await db.query<{ id: string; name: string }>(
    'SELECT district_id AS id, name FROM district WHERE system_id = $1',
    [systemId],
  );
  const city = await db.query<{ name: string }>('SELECT name FROM system WHERE system_id = $1', [
    systemId,
  ]);
  try {
    await feed.rename(stationId, `Gare ${STRIKE}`);
    await feed.fetch('stations');
    await db.query(`UPDATE district SET name = name || $2 WHERE system_id = $1`, [
      systemId,
      STRIKE,
    ]);
    await db.query('UPDATE system SET name = $2 WHERE system_id = $1', [systemId, STRIKE]);
    for (const address of PAGES) {
      await page.goto(address);
      await expect(page.getByRole('main').first(), address).toBeVisible();
      await expectUnharmed(page, address);
    }
    await openMap(page, `?station=${stationId}&q=Gare`);
    await expect(stationPanel(page, `Gare ${STRIKE}`)).toBeVisible();
    await expectUnharmed(page, 'the open station');
  } finally {
    await feed.rename(stationId, name);
    await feed.fetch('stations');
    for (const { id, name: before } of districts)
      await db.query('UPDATE district SET name = $3 WHERE system_id = $1 AND district_id = $2', [
        systemId,
        id,
        before,
      ]);
    await db.query('UPDATE system SET name = $2 WHERE system_id = $1', [
      systemId,
      city.rows[0]?.name,
    ]);
  }
});

test('what people write, and what their browsers claim to be, is text too', async ({
  page,
  person,
  db,
}) => {
  await createPerson(db, 'viewer', { name: STRIKE });
  await db.query('UPDATE app_user SET name = $2 WHERE id = $1', [person!.id, STRIKE]);
  await db.query('UPDATE app_session SET user_agent = $2, address = $2 WHERE user_id = $1', [
    person!.id,
    STRIKE,
  ]);
  await db.query(
    `INSERT INTO audit_entry (actor_id, actor_name, action, subject, before, after, address)
     VALUES ($1, $2, 'person.invited', $2, $3, $3, $2)`,
    [person!.id, STRIKE, JSON.stringify({ name: STRIKE, [STRIKE]: STRIKE })],
  );
  for (const address of PAGES) {
    await page.goto(address);
    await expect(page.getByRole('main').first(), address).toBeVisible();
    await expectUnharmed(page, address);
  }
});

test('what stands in an address is text', async ({ page }) => {
  const strike = encodeURIComponent(STRIKE);
  for (const address of [
    `/map?q=${strike}&station=${strike}&severity=${strike}&district=${strike}`,
    `/wall?every=${strike}`,
    `/me?error=${strike}`,
    `/admin/audit?q=${strike}&action=${strike}`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole('main').first(), address).toBeVisible();
    await expectUnharmed(page, address);
  }
});

test('exports cannot become formulas, nor break out of their cells', async ({
  feed,
  db,
  installation,
}) => {
  const [station] = [...(await feed.read()).values()];
  const { stationId, name } = station!;
  const cookie = await cookieHeader(installation, await createPerson(db, 'viewer'));
  const formulas = ['=HYPERLINK("https://evil.example")', '+1+1', '-2+3', '@SUM(A1)', '\t=1'];
  try {
    for (const formula of formulas) {
      await feed.rename(stationId, formula);
      await feed.fetch('stations');
      const { text, headers } = await ask(installation, '/api/v1/stations?format=csv', cookie);
      expect(text, formula).not.toMatch(
        /(^|[,\n])"?[=+@\t]|(^|[,\n])"?-(?!\d+(\.\d+)?("|,|\r?\n))/,
      );
      expect(headers.get('content-disposition')).toMatch(/^attachment/);
    }
  } finally {
    await feed.rename(stationId, name);
    await feed.fetch('stations');
  }
});
