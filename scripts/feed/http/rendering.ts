import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
/** Above this, speed matters more than the last tenth of size. */
const LARGE_BYTES = 2_000_000;

/** A body ready to be sent, compressed at most once. */
export class RenderedBody {
  readonly hash: string;
  private compressed: Promise<Buffer> | undefined;

  constructor(
    readonly bytes: Buffer,
    readonly contentType: string,
    readonly lastModifiedAt: Date,
  ) {
    this.hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  }

  get etag(): string {
    return `"${this.hash}"`;
  }

  gzipped(): Promise<Buffer> {
    this.compressed ??= compress(this.bytes, { level: this.bytes.length > LARGE_BYTES ? 1 : 6 });
    return this.compressed;
  }
}
