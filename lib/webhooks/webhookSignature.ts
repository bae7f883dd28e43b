import { createHmac } from 'node:crypto';

/**
 * The value of `Limelight-Signature`: `sha256=` and the hexadecimal HMAC-SHA256, under the
 * webhook's secret, of the timestamp, a full stop and the body as sent. Receivers compute the same,
 * compare in constant time, and refuse timestamps that are minutes away.
 *
 * @param timestampS of `Limelight-Timestamp`: epoch seconds of the attempt
 */
export function webhookSignature(secret: string, timestampS: number, body: string): string {
  const hmac = createHmac('sha256', secret).update(`${timestampS}.${body}`);
  return `sha256=${hmac.digest('hex')}`;
}
