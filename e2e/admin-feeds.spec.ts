import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openMap } from './support/mapPage';

test.use({ role: 'admin' });
test.afterEach(async ({ db, producer }) => {
  const { rowCount } = await db.query('DELETE FROM job_pause');
  if (rowCount) await producer.runNow('fetch-availability');
});

const job = (page: Page, title: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title, exact: true, level: 3 }) });

test('a run is asked for, made, shown and recorded', async ({ page, db, person }) => {
  await page.goto('/admin/feeds');
  const districts = job(page, 'Districts');
  await expect(districts).toContainText('On time');
  const runs = async () =>
    (await db.query(`SELECT 1 FROM job_run WHERE job = 'fetch-districts'`)).rowCount ?? 0;
  const before = await runs();
  await districts.getByRole('button', { name: 'Run now: Districts' }).click();
  await expect(districts.getByRole('status')).toHaveText('Asked for; a free worker takes it.');
  await expect.poll(runs).toBeGreaterThan(before);
  await expect(districts).toContainText(/Ran \d+ s ago/);
  const { rows } = await db.query(`SELECT action, subject FROM audit_entry WHERE actor_id = $1`, [
    person!.id,
  ]);
  expect(rows).toEqual([{ action: 'job.runAsked', subject: 'fetch-districts' }]);
});

test('a pause stops the fetching, shows on open maps, outlasts a reload, and is resumed', async ({
  page,
  visit,
  db,
}) => {
  const map = await visit('viewer');
  await openMap(map);
  await page.goto('/admin/feeds');
  const availability = job(page, 'Availability');
  await availability.getByRole('button', { name: 'Pause: Availability' }).click();
  await expect(availability.getByRole('button', { name: 'Resume: Availability' })).toBeVisible();
  await expect(availability).toContainText(/Paused .* by Sam admin/);
  const warning = map.getByText('these numbers only grow older until an admin resumes it');
  await expect(warning).toBeVisible();

  // Two ticks come by and nothing is fetched.
  const ticks = async (outcome: string) =>
    (
      await db.query(
        `SELECT 1 FROM job_run r JOIN job_pause p ON p.job = r.job
          WHERE r.outcome = $1 AND r.started_at > p.paused_at + interval '1 s'`,
        [outcome],
      )
    ).rowCount ?? 0;
  await expect.poll(() => ticks('paused')).toBeGreaterThanOrEqual(2);
  expect(await ticks('done')).toBe(0);
  await page.reload();
  await availability.getByRole('button', { name: 'Resume: Availability' }).click();
  await expect(availability.getByRole('button', { name: 'Pause: Availability' })).toBeVisible();
  await expect(warning).toBeHidden();
  await expect(availability).toContainText('On time');
});

test('what is wrong with the feed is said in words, with the stations concerned', async ({
  page,
  feed,
}) => {
  await page.goto('/admin/feeds');
  const availability = job(page, 'Availability');
  await expect(availability).toContainText('On time');
  await feed.fault({ kind: 'html', resource: 'station_status' });
  await feed.fetch();
  await expect(availability).toContainText('Failing');
  await expect(availability).toContainText('The feed’s answer was no use');
  await feed.mend();
  await feed.fetch();
  await expect(availability).toContainText('On time', { timeout: 30_000 });

  // Every city has stations that fell silent long ago, the simulated one too.
  const zombies = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /not reported for over a day/ }) });
  await zombies.getByText(/Show/).click();
  const link = zombies.getByRole('link').first();
  const name = (await link.textContent())!;
  await link.click();
  await expect(page.getByRole('article', { name })).toBeVisible();
});

test('the page says when it lost touch, keeps what it has, and finds back by itself', async ({
  page,
  troubles,
}) => {
  troubles.expect(/\/api\/admin\/feeds|ERR_FAILED|ERR_CONNECTION/);
  await page.goto('/admin/feeds');
  await page.route('**/api/admin/feeds', (route) => route.abort());
  const lost = page.getByRole('alert').filter({ hasText: 'lost touch with the server' });
  await expect(lost).toBeVisible();
  await expect(job(page, 'Availability')).toBeVisible();
  await page.unroute('**/api/admin/feeds');
  await expect(lost).toBeHidden();
});
