import { expect, test } from 'vitest';
import { makeWebhookSecret, sealSecret, unsealSecret } from './sealedSecret';

const KEY = 'k'.repeat(43);

test('opens with its own key alone', () => {
  const secret = makeWebhookSecret();
  const sealed = sealSecret(secret, KEY);
  expect(sealed).not.toContain(secret.slice(6));
  expect(unsealSecret(sealed, KEY)).toBe(secret);
  expect(unsealSecret(sealed, 'x'.repeat(43))).toBeNull();
});

test('what was changed does not open', () => {
  const sealed = sealSecret('whsec_x', KEY);
  const bytes = Buffer.from(sealed, 'base64url');
  bytes[20]! ^= 1;
  expect(unsealSecret(bytes.toString('base64url'), KEY)).toBeNull();
  expect(unsealSecret('short', KEY)).toBeNull();
});

test('two secrets, and two sealings of one, differ', () => {
  expect(makeWebhookSecret()).not.toBe(makeWebhookSecret());
  expect(sealSecret('whsec_x', KEY)).not.toBe(sealSecret('whsec_x', KEY));
});
