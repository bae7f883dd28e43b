import { createHash } from 'node:crypto';

/** Where Vélib's feed lives and lived: all of them are one system. */
const VELIB_HOSTS = [
  'velib-metropole-opendata.smovengo.cloud',
  'velib-metropole-opendata.smoove.pro',
];
const MAX_LENGTH = 63;

/**
 * A name for a feed's city where SYSTEM_ID gives none: host and path, as lib/env wants a system id.
 *
 * @param {string} feedUrl the discovery file
 * @returns {string} lower-case letters, digits and hyphens, 1 to 63 of them
 */
export function systemIdOf(feedUrl) {
  const { host, hostname, pathname } = new URL(feedUrl);
  if (VELIB_HOSTS.includes(hostname)) return 'velib';
  const slug = `${host}${pathname.replace(/\/?gbfs(\.json)?$/, '')}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug !== '' && slug.length <= MAX_LENGTH) return slug;
  const hash = createHash('sha256').update(feedUrl).digest('hex').slice(0, 8);
  return `${slug.slice(0, MAX_LENGTH - 9).replace(/-$/, '')}-${hash}`.replace(/^-/, '');
}
