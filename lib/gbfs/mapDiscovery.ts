import { z } from 'zod';
import { openEnvelope } from './envelope';
import { isRawEntry, type RawEntry, readText } from './fields';
import { accepted, type Mapped, refused } from './mapped';

/** The addresses of a system's files, by file name ("station_status"). */
export type FeedUrls = ReadonlyMap<string, string>;

const dataSchema = z.looseObject({});

/**
 * Reads a discovery file: `data.feeds` (3.0) or `data.<language>.feeds` (1.x, 2.x). Every language
 * lists the same data, so the first that has a file gives its address.
 *
 * @param baseUrl the file's own address; relative ones are resolved against it
 */
export function mapDiscovery(json: unknown, baseUrl: string, fetchedAt: Date): Mapped<FeedUrls> {
  const envelope = openEnvelope(json, dataSchema, fetchedAt);
  if (!envelope) return refused('badEnvelope', 'The discovery file has no data');
  const urls = new Map<string, string>();
  for (const feed of listFeeds(envelope.data)) {
    const name = readText(feed.name);
    const url = httpUrl(feed.url, baseUrl);
    if (name && url && !urls.has(name)) urls.set(name, url);
  }
  if (urls.size === 0) return refused('badEnvelope', 'The discovery file lists no feeds');
  return accepted(urls, { lastUpdatedAt: envelope.lastUpdatedAt, ttlS: envelope.ttlS });
}

function listFeeds(data: RawEntry): RawEntry[] {
  const lists = [data.feeds, ...Object.values(data).map((part) => isRawEntry(part) && part.feeds)];
  return lists.flatMap((list) => (Array.isArray(list) ? list.filter(isRawEntry) : []));
}

function httpUrl(value: unknown, baseUrl: string): string | null {
  const text = readText(value);
  if (text === null || !URL.canParse(text, baseUrl)) return null;
  const url = new URL(text, baseUrl);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
