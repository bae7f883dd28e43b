/** Pages take a few ms; under load, when many are written in turn, some hundred. */
const GATHER_MS = 100;
const GATHER_BYTES = 1024 * 1024;

/**
 * Holds the first pieces of an answer back for a moment, so that an answer that is short in time
 * and size leaves as a whole. A longer or larger one goes on as it is written; a stream of events
 * is never held.
 *
 * @param {import('node:http').ServerResponse} response its write, end and flushHeaders are replaced
 * @param {(whole: Buffer) => Buffer} finish makes what is sent of an answer that was held entirely
 */
export function gatherPieces(response, finish) {
  const inner = {
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  /** @type {Buffer[] | null} null: nothing is held any more */
  let pieces = [];
  let bytes = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  /** @returns {Buffer | null} what was held */
  function letGo() {
    clearTimeout(timer);
    const held = pieces?.length ? Buffer.concat(pieces) : null;
    pieces = null;
    return held;
  }

  function writeHeld() {
    const held = letGo();
    return held === null || inner.write(held);
  }

  response.write = /** @type {typeof response.write} */ (
    (chunk, encoding, callback) => {
      if (pieces !== null && isEventStream(response)) writeHeld();
      if (pieces === null) return inner.write(chunk, encoding, callback);
      const done = typeof encoding === 'function' ? encoding : callback;
      const piece = toBuffer(chunk, encoding);
      pieces.push(piece);
      bytes += piece.length;
      if (done) process.nextTick(done);
      if (bytes >= GATHER_BYTES) return writeHeld();
      timer ??= setTimeout(writeHeld, GATHER_MS);
      return true;
    }
  );
  response.end = /** @type {typeof response.end} */ (
    (chunk, encoding, callback) => {
      if (pieces === null) return inner.end(chunk, encoding, callback);
      const done = [chunk, encoding, callback].find((given) => typeof given === 'function');
      if (chunk && typeof chunk !== 'function') pieces.push(toBuffer(chunk, encoding));
      const held = letGo();
      return held === null ? inner.end(done) : inner.end(finish(held), done);
    }
  );
  // Next flushes the head of every page before its first piece.
  response.flushHeaders = () => {
    if (pieces === null || isEventStream(response)) inner.flushHeaders();
  };
}

/** @param {unknown} chunk @param {unknown} encoding */
function toBuffer(chunk, encoding) {
  if (typeof chunk !== 'string') return Buffer.from(/** @type {Uint8Array} */ (chunk));
  const charset = typeof encoding === 'string' ? encoding : 'utf8';
  return Buffer.from(chunk, /** @type {BufferEncoding} */ (charset));
}

/** @param {import('node:http').ServerResponse} response */
function isEventStream(response) {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}
