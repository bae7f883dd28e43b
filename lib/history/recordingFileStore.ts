import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ImportedFile } from './importStore';

/**
 * What files hold, read as streams.
 *
 * @throws when one cannot be read
 */
export async function describeFiles(files: readonly string[]): Promise<ImportedFile[]> {
  const described: ImportedFile[] = [];
  for (const file of files) {
    const hash = createHash('sha256');
    let bytes = 0;
    await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
      }
    });
    described.push({ name: path.basename(file), bytes, sha256: hash.digest('hex') });
  }
  return described;
}
