import { FeedProblem } from './feedProblem';

/** One mirror cuts its files at exactly this length and still answers 200. */
export const CUT_AT_BYTES = 524_288;

/**
 * Reads a body as JSON and, where it is none, says what it is instead. The content type is not
 * asked: error pages come as application/json, and feeds as text/html.
 *
 * @throws FeedProblem empty | html | truncated | notJson
 */
export function parseBody(bytes: Uint8Array): unknown {
  const text = decode(bytes).trim();
  if (text === '') throw new FeedProblem('empty', 'The body is empty');
  if (text.startsWith('<')) throw new FeedProblem('html', 'The body is a page, not JSON');
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (bytes.length === CUT_AT_BYTES || !/[}\]]$/.test(text)) {
      const message = `The body breaks off after ${bytes.length} bytes`;
      throw new FeedProblem('truncated', message, { cause });
    }
    throw new FeedProblem('notJson', 'The body is not JSON', { cause });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    // A cut in the middle of a character is a cut, not a wrong encoding.
    if (bytes.length === CUT_AT_BYTES) return new TextDecoder('utf-8').decode(bytes);
    throw new FeedProblem('notJson', 'The body is not UTF-8', { cause });
  }
}
