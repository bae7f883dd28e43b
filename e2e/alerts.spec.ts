import { openMailServer } from '@/lib/mail/testMailServer';
import { expect, test } from './fixtures';
import {
  addRule,
  ageDigests,
  delivery,
  deliveryLog,
  inbox,
  smallDistrict,
} from './support/alertsPage';
import { openMap } from './support/mapPage';

test.use({ role: 'dispatcher' });

/** The worker looks every other second, the open page every quarter of a minute. */
const SOON = { timeout: 40_000 };

test('a district that empties rings the bell, fills the inbox and sends a mail; so does its recovery', async ({
  page,
  person,
  feed,
  db,
  installation: { systemId, smtpUrl },
}) => {
  test.slow();
  const mail = await openMailServer({ port: Number(new URL(smtpUrl).port) });
  const { name, stationIds } = await smallDistrict(db, systemId);
  const setAll = async (numBikesAvailable: number) => {
    for (const id of stationIds)
      await feed.set(id, { numBikesAvailable, isInstalled: true, isRenting: true });
    await feed.fetch();
  };
  await setAll(12);

  await page.goto('/alerts');
  await expect(inbox(page)).toContainText('Make a rule first');
  await addRule(page, { name: 'Our quarter', lastingMin: '0' }, name);
  await delivery(page)
    .getByRole('checkbox', { name: `E-mail to ${person!.email}` })
    .check();
  await delivery(page).getByRole('button', { name: 'Save delivery' }).click();
  await expect(delivery(page).getByRole('status')).toHaveText('Saved.');

  await setAll(0);
  const short = inbox(page)
    .getByRole('article')
    .filter({ hasText: /stations? short/ })
    .last();
  await expect(short).toBeVisible(SOON);
  await expect(short).toContainText('Rule: Our quarter');
  await expect(page.getByRole('link', { name: /Alerts$/ })).toContainText('1 unread', SOON);
  await expect.poll(() => mail.mails.length, SOON).toBe(1);
  expect(mail.mails[0]?.to).toEqual([person!.email]);
  expect(mail.mails[0]?.subject).toMatch(/^\[Simulated\] \d+ stations? short/);
  await expect(deliveryLog(page)).toContainText('Delivered at', SOON);

  await inbox(page).getByRole('button', { name: 'Mark all as read' }).click();
  await expect(inbox(page)).toContainText('Nothing unread');
  await expect(page.getByRole('link', { name: /Alerts$/ })).not.toContainText('unread');

  // In this order: what one station does by itself meanwhile must not open the next window.
  await setAll(12);
  await ageDigests(db, person!.id);
  await expect(inbox(page).getByRole('article').first()).toContainText('recovered', SOON);
  await expect.poll(() => mail.mails.length, SOON).toBe(2);

  await short.getByRole('link', { name: 'Show on the map' }).click();
  await expect(page).toHaveURL(/\/map\?severity=/);
  await openMap(page);
  await expect(page.getByRole('link', { name: /Alerts$/ })).toContainText('1 unread');
  await mail.close();
});
