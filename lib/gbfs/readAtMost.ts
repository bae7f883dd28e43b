import { FeedProblem } from './feedProblem';

/**
 * Reads a body as it comes and gives up as soon as it grows too large, so that neither an endless
 * answer nor a compression bomb fills the memory.
 *
 * @param maxBytes after decompression
 * @throws FeedProblem oversize
 */
export async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new FeedProblem('oversize', `The body is over ${maxBytes} bytes`);
  if (Number(response.headers.get('content-length')) > maxBytes) throw tooLarge();
  if (!response.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > maxBytes) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks, length);
}
