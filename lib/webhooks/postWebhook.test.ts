import { createHmac } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { postWebhook } from './postWebhook';
import { openReceiver } from './testReceiver';

const receivers: Awaited<ReturnType<typeof openReceiver>>[] = [];
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});

async function receiverOf(...statuses: number[]) {
  const receiver = await openReceiver(statuses);
  receivers.push(receiver);
  return receiver;
}

const call = {
  secret: 'whsec_test',
  deliveryId: '0b54f3a2-0000-4000-8000-000000000000',
  body: '{"kind":"digest","name":"Opéra"}',
  sentAt: new Date('2026-11-23T08:00:00.900Z'),
};

test('posts JSON under a signature that its receiver can check', async () => {
  const { url, host, calls } = await receiverOf(204);
  expect(await postWebhook({ ...call, url, trusted: [host] })).toEqual({ kind: 'accepted' });
  const [received] = calls;
  expect(received?.body).toBe(call.body);
  const timestamp = received?.headers['limelight-timestamp'];
  expect(timestamp).toBe('1795420800');
  const expected = createHmac('sha256', call.secret).update(`${timestamp}.${received?.body}`);
  expect(received?.headers['limelight-signature']).toBe(`sha256=${expected.digest('hex')}`);
  expect(received?.headers['limelight-delivery']).toBe(call.deliveryId);
  expect(received?.headers['content-type']).toContain('application/json');
});

test('a redirect is an answer, and is not followed', async () => {
  const { url, host, calls } = await receiverOf(302, 200);
  const outcome = await postWebhook({ ...call, url, trusted: [host] });
  expect(outcome).toEqual({ kind: 'answered', status: 302 });
  expect(calls).toHaveLength(1);
});

test('a name that leads inside is refused where the connection is made', async () => {
  const { host, calls } = await receiverOf(200);
  const url = `https://localhost:${new URL(`http://${host}`).port}/hook`;
  expect(await postWebhook({ ...call, url, trusted: [] })).toEqual({
    ...{ kind: 'refused', problem: 'privateAddress' },
  });
  expect(calls).toHaveLength(0);
});

test('nobody there, and nobody who answers in time', async () => {
  const { url, host } = await receiverOf(200);
  await receivers.pop()?.close();
  expect(await postWebhook({ ...call, url, trusted: [host] })).toEqual({
    ...{ kind: 'unreachable', detail: 'ECONNREFUSED' },
  });
  const http = await import('node:http');
  const silent = http.createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as import('node:net').AddressInfo;
  const slow = { ...call, url: `http://127.0.0.1:${port}/`, trusted: ['127.0.0.1'] };
  expect(await postWebhook({ ...slow, timeoutMs: 100 })).toEqual({
    ...{ kind: 'unreachable', detail: 'timeout' },
  });
  silent.closeAllConnections();
  silent.close();
});
