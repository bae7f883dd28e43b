import { createHmac } from 'node:crypto';
import { openMailServer } from '@/lib/mail/testMailServer';
import { openReceiver } from '@/lib/webhooks/testReceiver';
import { expect, test } from './fixtures';
import { delivery, deliveryLog } from './support/alertsPage';

test.use({ role: 'driver' });

const SOON = { timeout: 40_000 };

test('a webhook’s secret is shown once, and signs the test that is asked for', async ({ page }) => {
  const receiver = await openReceiver([200]);
  await page.goto('/alerts');
  const form = delivery(page);
  const address = form.getByRole('textbox', { name: 'Webhook address' });
  const save = form.getByRole('button', { name: 'Save delivery' });
  for (const [typed, words] of [
    ['hooks', 'This is no address.'],
    ['http://hooks.example.org/x', 'Plain http only reaches hosts that an administrator trusts.'],
    ['https://10.0.0.1/x', 'This address is inside a private network.'],
  ] as const) {
    await address.fill(typed);
    await save.click();
    await expect(form).toContainText(words);
    await expect(address).toBeFocused();
  }

  await address.fill(receiver.url);
  await save.click();
  const shown = form.getByRole('textbox', { name: 'Your signing secret, shown once' });
  const secret = await shown.inputValue();
  expect(secret).toMatch(/^whsec_/);

  await form.getByRole('button', { name: 'Call the webhook as a test' }).click();
  await expect(form).toContainText('On its way');
  await expect.poll(() => receiver.calls.length, { timeout: 70_000 }).toBe(1);
  const { headers, body } = receiver.calls[0]!;
  const hmac = createHmac('sha256', secret).update(`${headers['limelight-timestamp']}.${body}`);
  expect(headers['limelight-signature']).toBe(`sha256=${hmac.digest('hex')}`);
  expect(JSON.parse(body)).toMatchObject({ kind: 'test', id: headers['limelight-delivery'] });
  await expect(deliveryLog(page)).toContainText('Delivered at', SOON);

  await page.reload();
  await expect(address).toHaveValue(receiver.url);
  await expect(shown).toHaveCount(0);
  expect(await page.content()).not.toContain(secret);
  await receiver.close();
});

test('a test by mail comes in the reader’s language; a server that is away is said in words', async ({
  page,
  person,
  db,
  installation: { smtpUrl },
}) => {
  test.slow();
  await db.query(`UPDATE app_user SET locale = 'fr' WHERE id = $1`, [person!.id]);
  await page.goto('/alerts');
  const form = delivery(page);
  await form.getByRole('checkbox', { name: 'Quiet hours' }).check();
  await form.getByLabel('From', { exact: true }).fill('00:00');
  await form.getByLabel('To', { exact: true }).fill('23:59');
  await form.getByRole('checkbox', { name: /^E-mail to/ }).check();
  await form.getByRole('button', { name: 'Save delivery' }).click();
  await form.getByRole('button', { name: 'Send a test e-mail' }).click();
  await expect(deliveryLog(page)).toContainText('The other side could not be reached', {
    timeout: 70_000,
  });

  // The next attempt is a minute away: made due instead of waited for.
  const mail = await openMailServer({ port: Number(new URL(smtpUrl).port) });
  await db.query('UPDATE alert_delivery SET next_attempt_at = now() WHERE user_id = $1', [
    person!.id,
  ]);
  await form.getByRole('button', { name: 'Send a test e-mail' }).click();
  await expect.poll(() => mail.mails.length, { timeout: 70_000 }).toBe(2);
  expect(mail.mails[0]?.subject).toContain('Essai de vos alertes');
  await expect(deliveryLog(page)).toContainText('at attempt 2', SOON);
  await mail.close();
});
