import { createTransport } from 'nodemailer';
import { SECOND_MS } from '@/lib/units/clock';

/** Of each step of the conversation; its nine or so together stay below an outbox's lease. */
const TIMEOUT_MS = 10 * SECOND_MS;
const MAX_REPLY_LENGTH = 200;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stands in Message-ID: a message that is sent twice is recognised as the same. */
  messageId: string;
}

/** What became of a mail. `refused`: the server will not take it, now or later. */
export type MailOutcome =
  | { kind: 'accepted' }
  | { kind: 'refused'; detail: string }
  | { kind: 'unreachable'; detail: string };

export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}

/**
 * Sends by one SMTP server, a connection a message. STARTTLS where the server offers it.
 *
 * @param smtpUrl smtp://user:password@host:port, or smtps:
 * @param from MAIL_FROM: an address, or a name with one in angle brackets
 */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(
    {
      url: smtpUrl,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      // Nothing in a mail of ours comes from a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  const domain = /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? 'limelight.invalid';
  return {
    async send({ to, subject, text, html, messageId }) {
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${messageId}@${domain}>`,
          // No out-of-office answers to a machine, RFC 3834.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'accepted' };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/**
 * The server's reply, RFC 5321 4.2: 4yz is worth another try, 5yz is not, but that our own password
 * is wrong says nothing of the mail. Without a reply, a code: where our server stands is not for
 * everybody's eyes.
 */
function failureOf(error: unknown): MailOutcome {
  if (!(error instanceof Error)) return { kind: 'unreachable', detail: 'unknown' };
  const { code, response, responseCode } = error as Error & {
    code?: string;
    response?: string;
    responseCode?: number;
  };
  if (code === 'EAUTH') return { kind: 'unreachable', detail: code };
  if (!responseCode) return { kind: 'unreachable', detail: code ?? error.name };
  const detail = (response ?? String(responseCode)).slice(0, MAX_REPLY_LENGTH);
  return { kind: responseCode >= 500 ? 'refused' : 'unreachable', detail };
}
