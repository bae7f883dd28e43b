import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/**
 * Text as gzip in base64: a third of a city's JSON. Made once a snapshot and shared by all pages,
 * so that no page is written, escaped and compressed at full length again. Browsers unpack it with
 * components/map/live/unpackView.
 */
export async function packText(text: string): Promise<string> {
  return (await compress(text)).toString('base64');
}
