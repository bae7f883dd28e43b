import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AlertCity } from '@/lib/alerts/alertCity';
import type { AlertCondition } from '@/lib/alerts/alertCondition';
import { type AlertPreference, defaultAlertPreference } from '@/lib/alerts/alertPreference';
import { listDeliveries } from '@/lib/alerts/deliveryStore';
import { countUnread, listInbox, markRead, pruneAlerts } from '@/lib/alerts/inboxStore';
import { savePreference } from '@/lib/alerts/preferenceStore';
import { deleteRule, insertRule, listOwnRules } from '@/lib/alerts/ruleStore';
import { alertCity, alertStation, anyEmpty } from '@/lib/alerts/testAlerts';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { Severity } from '@/lib/deficit/assessment';
import { createMailer } from '@/lib/mail/sendMail';
import { openMailServer } from '@/lib/mail/testMailServer';
import { DAY_MS, MINUTE_MS } from '@/lib/units/clock';
import { postWebhook } from '@/lib/webhooks/postWebhook';
import { sealSecret, unsealSecret } from '@/lib/webhooks/sealedSecret';
import { openReceiver } from '@/lib/webhooks/testReceiver';
import { attemptDelivery } from './attemptDelivery';
import { deliverAlerts } from './deliverAlerts';
import { evaluateAlerts } from './evaluateAlerts';

const SYSTEM = 'paris';
const KEY = 'k'.repeat(43);
/** A Monday at nine in Paris. */
const START = new Date('2026-11-23T08:00:00Z');

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let mail: Awaited<ReturnType<typeof openMailServer>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let now = START;
let child: ChildProcess | undefined;
const clock = () => now;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

beforeEach(async () => {
  now = START;
  mail = await openMailServer();
  receiver = await openReceiver([200]);
  await db.pool.query('TRUNCATE app_user CASCADE');
  await addPerson('u1', 'camille@example.org');
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await mail.close();
  await receiver.close();
});

async function addPerson(id: string, email: string, role = 'viewer') {
  await db.pool.query(
    `INSERT INTO app_user (id, email, name, role, locale) VALUES ($1, $2, $1, $3::role, 'fr')`,
    [id, email, role],
  );
}

async function addRule(condition: AlertCondition = anyEmpty, userId = 'u1') {
  return insertRule(db.pool, SYSTEM, userId, { name: 'Vides', isEnabled: true, condition });
}

async function prefer(part: Partial<AlertPreference>, userId = 'u1') {
  const preference = { ...defaultAlertPreference, ...part };
  await savePreference(db.pool, userId, preference, sealSecret('whsec_test', KEY));
}

/** The city at `now`, each station by its severity. */
function cityOf(severities: Record<string, Severity>): AlertCity {
  const stations = Object.entries(severities).map(([id, severity]) =>
    alertStation(id, { severity }),
  );
  return alertCity(now, stations);
}

const evaluate = (city: AlertCity) =>
  evaluateAlerts({
    ...{ pool: db.pool, systemId: SYSTEM, clock, hasMail: true },
    readCity: async () => city,
  });

/** A look at `minute` after the start. */
async function lookAt(minute: number, severities: Record<string, Severity>) {
  now = new Date(START.getTime() + minute * MINUTE_MS);
  return evaluate(cityOf(severities));
}

function deliver() {
  const deps = {
    mailer: createMailer(mail.url, 'Limelight <limelight@example.org>'),
    postWebhook,
    unseal: (sealed: string) => unsealSecret(sealed, KEY),
    trusted: [receiver.host],
    publicUrl: 'https://limelight.example',
    system: { systemId: SYSTEM, name: 'Paris', timezone: 'Europe/Paris', simulation: null },
    clock,
  };
  return deliverAlerts({
    ...{ pool: db.pool, systemId: SYSTEM, clock, signal: new AbortController().signal },
    attempt: (delivery) => attemptDelivery(deps, delivery),
  });
}

const inbox = () => listInbox(db.pool, SYSTEM, 'u1');
const log = () => listDeliveries(db.pool, SYSTEM, 'u1');

test('a shortage reaches inbox, mail and webhook once, and so does its end', async () => {
  await addRule();
  await prefer({ isEmailOn: true, webhookUrl: receiver.url });
  expect(await lookAt(0, { a: 'empty', b: 'ok' })).toEqual({
    ...{ rules: 1, events: 1, digests: 1, sentOut: 1 },
  });
  // Run twice, late, or by two at once: nothing more.
  expect(await lookAt(0, { a: 'empty', b: 'ok' })).toMatchObject({ events: 0, digests: 0 });
  expect(await deliver()).toEqual({ sent: 2, postponed: 0, failed: 0 });
  expect(await deliver()).toEqual({ sent: 0, postponed: 0, failed: 0 });
  expect(mail.mails.map(({ to }) => to)).toEqual([['camille@example.org']]);
  expect(mail.mails[0]?.subject).toBe('1 station en déficit\u00a0: Paris');
  expect(JSON.parse(receiver.calls[0]!.body)).toMatchObject({
    ...{ kind: 'digest', counts: { raised: 1, recovered: 0 } },
    raised: [{ subject: 'station', stationId: 'a', severity: 'empty', rules: ['Vides'] }],
  });

  await lookAt(10, { a: 'ok', b: 'ok' });
  await deliver();
  expect(JSON.parse(receiver.calls[1]!.body)).toMatchObject({
    ...{ counts: { raised: 0, recovered: 1 }, recovered: [{ stationId: 'a', severity: 'ok' }] },
  });
  expect(mail.mails).toHaveLength(2);
  expect((await inbox()).map(({ lines }) => lines.map(({ kind }) => kind))).toEqual([
    ...[['recovered'], ['raised']],
  ]);
});

test('several lookers at once tell it once', async () => {
  await addRule();
  const city = cityOf({ a: 'empty' });
  const all = await Promise.all([1, 2, 3, 4].map(() => evaluate(city)));
  expect(all.reduce((sum, { events }) => sum + events, 0)).toBe(1);
  expect(all.reduce((sum, { digests }) => sum + digests, 0)).toBe(1);
  expect(await inbox()).toHaveLength(1);
});

test('never one message a station and minute: what follows is gathered', async () => {
  await addRule();
  await prefer({ isEmailOn: true });
  for (let minute = 0; minute < 10; minute++) {
    const empty = Object.fromEntries(
      Array.from({ length: minute + 1 }, (_, i) => [`s${i}`, 'empty' as const]),
    );
    await lookAt(minute, empty);
  }
  expect(await inbox()).toHaveLength(1);
  await lookAt(10, Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`s${i}`, 'empty'])));
  const [newest, first] = await inbox();
  expect(first?.lines).toHaveLength(1);
  expect(newest?.lines).toHaveLength(9);
  await deliver();
  expect(mail.mails).toHaveLength(2);
});

test('quiet hours: the inbox goes on, the rest comes as one message when they end', async () => {
  await addRule();
  // 09:00 to 10:00 in Paris.
  const quietHours = { fromMin: 540, toMin: 600 };
  await prefer({ isEmailOn: true, webhookUrl: receiver.url, quietHours });
  await lookAt(0, { a: 'empty', b: 'ok' });
  await lookAt(20, { a: 'ok', b: 'empty' });
  await lookAt(40, { a: 'ok', b: 'empty', c: 'empty' });
  await lookAt(59, { a: 'ok', b: 'empty', c: 'empty' });
  expect(await inbox()).toHaveLength(3);
  expect(await log()).toEqual([]);
  await lookAt(60, { a: 'ok', b: 'empty', c: 'empty' });
  await lookAt(61, { a: 'ok', b: 'empty', c: 'empty' });
  await deliver();
  expect(receiver.calls).toHaveLength(1);
  const body = JSON.parse(receiver.calls[0]!.body);
  expect(body).toMatchObject({ since: '2026-11-23T08:00:00.000Z', at: '2026-11-23T09:00:00.000Z' });
  expect(body.raised.map(({ stationId }: { stationId: string }) => stationId)).toEqual(['b', 'c']);
  expect(body.recovered.map(({ stationId }: { stationId: string }) => stationId)).toEqual(['a']);
  expect(mail.mails).toHaveLength(1);
});

describe('a webhook that fails', () => {
  beforeEach(async () => {
    await addRule();
    await receiver.close();
  });

  test('is tried again under the same id until it answers 2xx', async () => {
    receiver = await openReceiver([500, 503, 200]);
    await prefer({ webhookUrl: receiver.url });
    await lookAt(0, { a: 'empty' });
    expect(await deliver()).toMatchObject({ postponed: 1 });
    const [waiting] = await log();
    expect(waiting).toMatchObject({
      ...{ state: 'waiting', attempts: 1, error: { code: 'answered', detail: '500' } },
      nextAttemptAt: new Date(START.getTime() + MINUTE_MS),
    });
    expect(await deliver()).toMatchObject({ sent: 0, postponed: 0 });
    now = new Date(START.getTime() + MINUTE_MS);
    expect(await deliver()).toMatchObject({ postponed: 1 });
    now = new Date(START.getTime() + 3 * MINUTE_MS);
    expect(await deliver()).toMatchObject({ sent: 1 });
    const ids = receiver.calls.map(({ headers }) => headers['limelight-delivery']);
    expect(ids).toEqual(Array(3).fill(waiting?.deliveryId));
    expect(new Set(receiver.calls.map(({ body }) => body)).size).toBe(1);
    expect(await log()).toMatchObject([{ state: 'sent', attempts: 3, error: null }]);
  });

  test('is given up in the end, and says so', async () => {
    receiver = await openReceiver([500]);
    await prefer({ webhookUrl: receiver.url });
    await lookAt(0, { a: 'empty' });
    for (let hour = 0; hour < 24; hour++) {
      now = new Date(START.getTime() + hour * 60 * MINUTE_MS);
      await deliver();
    }
    expect(receiver.calls).toHaveLength(10);
    expect(await log()).toMatchObject([{ state: 'failed', attempts: 10 }]);
  });

  test('an address that the configuration does not trust is never called', async () => {
    receiver = await openReceiver([200]);
    await prefer({ webhookUrl: receiver.url.replace('127.0.0.1', 'localhost') });
    await lookAt(0, { a: 'empty' });
    expect(await deliver()).toMatchObject({ failed: 1 });
    expect(await log()).toMatchObject([{ state: 'failed', error: { code: 'notHttps' } }]);
    expect(receiver.calls).toEqual([]);
  });
});

test('a look that is killed in the middle leaves nothing behind and is told once', async () => {
  await addRule();
  const broken = { ...alertCity(now, []), stations: [alertStation('a', { severity: 'empty' })] };
  await db.pool.query(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`);
  await db.pool.query(
    'CREATE TRIGGER die AFTER INSERT ON alert_event FOR EACH ROW EXECUTE FUNCTION die()',
  );
  await expect(evaluate(broken)).rejects.toThrow();
  await db.pool.query('DROP FUNCTION die CASCADE');
  expect(await inbox()).toEqual([]);
  expect(await evaluate(broken)).toMatchObject({ events: 1, digests: 1 });
  expect(await inbox()).toHaveLength(1);
});

test('a deliverer that is killed while it sends: another sends it, under the same id', async () => {
  await addRule();
  // It says nothing to "MAIL FROM": the child hangs in the middle of its delivery.
  const silent = await openMailServer({ onMailFrom: () => {} });
  await prefer({ isEmailOn: true });
  now = new Date();
  await evaluate(cityOf({ a: 'empty' }));
  const args = [db.url, SYSTEM, silent.url, receiver.host, KEY];
  child = fork('lib/pipeline/testDeliverer.ts', args, { execArgv: ['--import', 'tsx'] });
  await expect
    .poll(async () => (await log())[0]?.attempts, { timeout: 20_000, interval: 50 })
    .toBe(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await silent.close();

  now = new Date();
  expect(await deliver()).toMatchObject({ sent: 0 });
  now = new Date(Date.now() + 2 * MINUTE_MS);
  expect(await deliver()).toMatchObject({ sent: 1 });
  const [delivery] = await log();
  expect(mail.mails).toHaveLength(1);
  expect(mail.mails[0]?.source).toContain(`Message-ID: <${delivery?.deliveryId}@example.org>`);
  expect(delivery).toMatchObject({ state: 'sent', attempts: 2 });
}, 40_000);

test('everybody is told of their own rules alone; the disabled of nothing', async () => {
  await addPerson('u2', 'alex@example.org');
  await addPerson('u3', 'robin@example.org');
  await db.pool.query(`UPDATE app_user SET disabled_at = now() WHERE id = 'u3'`);
  await addRule(anyEmpty, 'u2');
  await addRule(anyEmpty, 'u3');
  await prefer({ isEmailOn: true }, 'u2');
  await prefer({ isEmailOn: true }, 'u3');
  await lookAt(0, { a: 'empty' });
  await deliver();
  expect(await inbox()).toEqual([]);
  expect(await countUnread(db.pool, SYSTEM, 'u2')).toBe(1);
  expect(await countUnread(db.pool, SYSTEM, 'u3')).toBe(0);
  expect(mail.mails.map(({ to }) => to)).toEqual([['alex@example.org']]);
});

test('a dead feed is told to admins, and to nobody who was one', async () => {
  await addPerson('admin', 'admin@example.org', 'admin');
  const rule = { kind: 'deadFeed' as const, silentMin: 15 };
  await addRule(rule, 'admin');
  await addRule(rule, 'u1');
  const heard = cityOf({});
  now = new Date(START.getTime() + 15 * MINUTE_MS);
  expect(await evaluate(heard)).toMatchObject({ rules: 1, events: 1, digests: 1 });
  expect(await countUnread(db.pool, SYSTEM, 'admin')).toBe(1);
  expect(await inbox()).toEqual([]);
});

test('shows what is open, forgets it with the rule, and marks as read what was in sight', async () => {
  const ruleId = await addRule();
  await lookAt(0, { a: 'empty', b: 'empty', c: 'ok' });
  expect(await listOwnRules(db.pool, SYSTEM, 'u1')).toMatchObject([{ ruleId, openCount: 2 }]);
  await markRead(db.pool, SYSTEM, 'u1', new Date(now.getTime() - 1));
  expect(await countUnread(db.pool, SYSTEM, 'u1')).toBe(1);
  await markRead(db.pool, SYSTEM, 'u2', now);
  expect(await countUnread(db.pool, SYSTEM, 'u1')).toBe(1);
  await markRead(db.pool, SYSTEM, 'u1', now);
  expect(await countUnread(db.pool, SYSTEM, 'u1')).toBe(0);
  await deleteRule(db.pool, ruleId);
  expect(await lookAt(1, { a: 'empty' })).toMatchObject({ rules: 0, events: 0 });
});

test('old news are pruned, what waits is not', async () => {
  await addRule();
  await prefer({ webhookUrl: receiver.url });
  await lookAt(0, { a: 'empty' });
  const later = new Date(START.getTime() + DAY_MS);
  expect(await pruneAlerts(db.pool, START)).toBe(0);
  expect(await pruneAlerts(db.pool, later)).toBe(2); // event and digest
  expect(await log()).toHaveLength(1);
  await deliver();
  expect(await pruneAlerts(db.pool, later)).toBe(1);
});
