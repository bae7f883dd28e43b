import { expect, test } from 'vitest';
import { readEnv } from './env';

const read = (names: Record<string, string>) =>
  readEnv({ DATABASE_URL: 'postgresql://localhost/limelight', ...names });

test('mail needs a server and a sender, and nothing without a server', () => {
  const from = 'Limelight <limelight@example.org>';
  const SMTP_URL = 'smtps://me:secret@mail.example.org:465';
  expect(read({ SMTP_URL, MAIL_FROM: from })).toMatchObject({ SMTP_URL, MAIL_FROM: from });
  expect(read({ SMTP_URL: '', MAIL_FROM: '' }).SMTP_URL).toBeUndefined();
  expect(() => read({ SMTP_URL })).toThrow('MAIL_FROM: is needed with SMTP_URL');
});

test.each([
  ['SMTP_URL', 'https://mail.example.org'],
  ['SMTP_URL', 'mail.example.org:25'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'a@example.org>, Eve <eve@example.org'],
  ['MAIL_FROM', 'Limelight <limelight@example.org>\r\nBcc: eve@example.org'],
])('%s=%s is refused', (name, value) => {
  expect(() => read({ SMTP_URL: 'smtp://x', MAIL_FROM: 'a@example.org', [name]: value })).toThrow(
    name,
  );
});
