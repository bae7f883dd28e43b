import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** Mail as it came over the wire, by envelope and source. */
export interface ReceivedMail {
  to: string[];
  source: string;
}

/** A real SMTP server on loopback that keeps what it is given. */
export async function openMailServer({
  port = 0,
  ...options
}: SMTPServerOptions & { port?: number } = {}) {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    // Certificates are the installation's affair; loopback needs none.
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const source = Buffer.concat(chunks).toString('utf8');
      mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
      done();
    },
    ...options,
  });
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  return {
    mails,
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
