import { afterEach, expect, test } from 'vitest';
import { createMailer } from './sendMail';
import { openMailServer } from './testMailServer';

const servers: Awaited<ReturnType<typeof openMailServer>>[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serverWith(options?: Parameters<typeof openMailServer>[0]) {
  const server = await openMailServer(options);
  servers.push(server);
  return server;
}

const FROM = 'Limelight <limelight@example.org>';
const mail = {
  to: 'camille@example.org',
  subject: '3 stations en déficit',
  text: 'Opéra : vide',
  html: '<p>Opéra : vide</p>',
  messageId: 'd1',
};

test('a real server receives text and HTML under the delivery’s own id', async () => {
  const { url, mails } = await serverWith();
  expect(await createMailer(url, FROM).send(mail)).toEqual({ kind: 'accepted' });
  expect(mails[0]?.to).toEqual(['camille@example.org']);
  expect(mails[0]?.subject).toBe(mail.subject);
  const source = mails[0]!.source;
  expect(source).toContain('Message-ID: <d1@example.org>');
  expect(source).toContain('Auto-Submitted: auto-generated');
  expect(source).toMatch(/From: Limelight <limelight@example.org>/);
  expect(source).toContain('Content-Type: text/plain; charset=utf-8');
  expect(source).toContain('Content-Type: text/html; charset=utf-8');
});

test('nothing in a subject or an address adds a header or a receiver', async () => {
  const { url, mails } = await serverWith();
  const subject = 'Hello\r\nBcc: eve@example.org';
  await createMailer(url, FROM).send({ ...mail, subject });
  await createMailer(url, FROM).send({ ...mail, to: 'a@example.org, eve@example.org' });
  expect(mails.flatMap(({ to }) => to)).not.toContain('eve@example.org');
  expect(mails[0]?.source).not.toMatch(/^Bcc:/m);
});

test('a server that will not take it, and one that cannot now', async () => {
  const refusing = (responseCode: number, words: string) =>
    serverWith({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error(words), { responseCode })),
    });
  const permanent = await refusing(550, 'No such mailbox');
  expect(await createMailer(permanent.url, FROM).send(mail)).toEqual({
    ...{ kind: 'refused', detail: '550 No such mailbox' },
  });
  const busy = await refusing(451, 'Try later');
  expect(await createMailer(busy.url, FROM).send(mail)).toEqual({
    ...{ kind: 'unreachable', detail: '451 Try later' },
  });
});

test('a wrong password is the installation’s matter: tried again, without a word of it', async () => {
  const { url } = await serverWith({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('no')),
  });
  const withPassword = url.replace('smtp://', 'smtp://me:wrong@');
  expect(await createMailer(withPassword, FROM).send(mail)).toEqual({
    ...{ kind: 'unreachable', detail: 'EAUTH' },
  });
});

test('nobody there', async () => {
  const server = await openMailServer();
  await server.close();
  const outcome = await createMailer(server.url, FROM).send(mail);
  expect(outcome.kind).toBe('unreachable');
  expect(JSON.stringify(outcome)).not.toContain('127.0.0.1');
});
