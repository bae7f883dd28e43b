import zlib from 'node:zlib';
import compression from 'compression';
import { gatherPieces } from './gatherPieces.mjs';

// Pages carry a city that is packed already: more effort costs five times the CPU for 3% less.
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } };
const GZIP = { level: 1, chunkSize: 128 * 1024 };
/** Smaller ones fit a packet as they are. */
const LEAST_BYTES = 1_024;

const compressStream = compression({
  ...GZIP,
  brotli: BROTLI,
  filter: (request, response) =>
    !contentType(response).startsWith('text/event-stream') && compression.filter(request, response),
});

/**
 * Compresses what a request is answered with, as its client accepts it. An answer that is written
 * within a moment, as pages are, is compressed and sent as a whole, which costs a quarter of the
 * CPU that its thirty pieces would; longer ones are streamed by the `compression` package. Event
 * streams pass as they are: a push would wait in the compressor.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response its write, end, flush and on are replaced
 */
export function compressAnswers(request, response) {
  // Written for Express, whose requests and responses it only uses as Node's.
  const [req, res] = /** @type {Parameters<typeof compressStream>} */ (
    /** @type {unknown} */ ([request, response])
  );
  compressStream(req, res, () => {});
  gatherPieces(response, (whole) => {
    if (whole.length < LEAST_BYTES || response.headersSent) return whole;
    if (response.hasHeader('content-encoding') || !compression.filter(req, res)) return whole;
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding === null) return whole;
    response.appendHeader('Vary', 'Accept-Encoding');
    response.setHeader('Content-Encoding', encoding); // and the stream's compressor keeps out
    response.removeHeader('Content-Length');
    return encoding === 'br' ? zlib.brotliCompressSync(whole, BROTLI) : zlib.gzipSync(whole, GZIP);
  });
}

/**
 * The encoding to answer in, of those that a client accepts.
 *
 * @param {string | string[] | undefined} accepted an Accept-Encoding header
 * @returns {'br' | 'gzip' | null}
 */
export function chooseEncoding(accepted) {
  const wanted = String(accepted ?? '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .filter(([, q]) => q === undefined || Number(q) > 0)
    .map(([name]) => name);
  return wanted.includes('br') ? 'br' : wanted.includes('gzip') ? 'gzip' : null;
}

/** @param {{ getHeader(name: string): unknown }} response */
function contentType(response) {
  return String(response.getHeader('content-type') ?? '');
}
