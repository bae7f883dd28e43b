import { isIP } from 'node:net';
import { isPublicAddress } from './publicAddress';
import { MAX_WEBHOOK_URL_LENGTH } from './webhookUrlLength';

/** Why an address is not called; the words are the page's. */
export type TargetProblem = 'notUrl' | 'tooLong' | 'credentials' | 'notHttps' | 'privateAddress';

/** Hosts that may be called over http and at private addresses: `host` or `host:port`. */
export type TrustedHosts = readonly string[];

/** @param list WEBHOOK_TRUSTED_HOSTS, by commas */
export function parseTrustedHosts(list: string | undefined): TrustedHosts {
  return (list ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
}

/** Whether the configuration vouches for this very host, or host and port. */
export function isTrusted(url: URL, trusted: TrustedHosts): boolean {
  return trusted.includes(url.host) || trusted.includes(url.hostname);
}

/**
 * What can be said against an address without looking its name up; what the name leads to is
 * judged when it is called, see postWebhook.
 */
export function targetProblem(text: string, trusted: TrustedHosts): TargetProblem | null {
  if (text.length > MAX_WEBHOOK_URL_LENGTH) return 'tooLong';
  if (!URL.canParse(text)) return 'notUrl';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'notUrl';
  if (url.username || url.password) return 'credentials';
  if (isTrusted(url, trusted)) return null;
  if (url.protocol !== 'https:') return 'notHttps';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !isPublicAddress(host) ? 'privateAddress' : null;
}
