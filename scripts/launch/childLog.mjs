import fs from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 10 * 1024 * 1024;
const KEPT_FILES = 3;
/** pino's numbers and words. */
const LEVELS = /** @type {Record<string, number>} */ ({
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
});

/**
 * @typedef {object} LogEntry
 * @property {number} level pino's: 30 information, 40 warning, 50 error, 60 fatal
 * @property {string} message
 * @property {string} line the whole entry as one JSON line
 */

/**
 * Reads one line of a child's output: pino's JSON as it is, anything else wrapped as such.
 *
 * @param {string} line
 * @param {{ name: string, level: 'info' | 'warn' | 'error', nowAt: Date }} otherwise
 *   what to record where the line is plain text
 * @returns {LogEntry}
 */
export function readLogLine(line, { name, level, nowAt }) {
  const parsed = parseObject(line);
  const parsedLevel = LEVELS[String(parsed?.level)] ?? parsed?.level;
  if (parsed && typeof parsedLevel === 'number') {
    const error = /** @type {{ message?: string } | undefined} */ (parsed.error ?? parsed.err);
    const message = [parsed.msg, error?.message].filter(Boolean).join(': ');
    return { level: parsedLevel, message, line };
  }
  const entry = { level, time: nowAt.toISOString(), name, msg: line };
  return { level: LEVELS[level] ?? 30, message: line, line: JSON.stringify(entry) };
}

/**
 * @param {string} line
 * @returns {Record<string, unknown> | null}
 */
function parseObject(line) {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * @typedef {object} LogFile
 * @property {(line: string) => void} write one line, without its end
 * @property {() => void} close
 */

/**
 * Opens one child's log file, turned over by size: NAME.log, NAME.log.1, ... the oldest dropped.
 *
 * @param {string} dir
 * @param {string} name
 * @param {number} [maxBytes] of one file
 * @returns {LogFile}
 */
export function openLogFile(dir, name, maxBytes = MAX_BYTES) {
  fs.mkdirSync(dir, { recursive: true });
  const file = path.join(dir, `${name}.log`);
  let fd = fs.openSync(file, 'a', 0o600);
  let bytes = fs.fstatSync(fd).size;
  let closed = false;
  return {
    write(line) {
      if (closed) return; // a last line may come after the end of its child
      const content = Buffer.from(`${line}\n`);
      if (bytes > 0 && bytes + content.length > maxBytes) {
        fs.closeSync(fd);
        turnOver(file);
        fd = fs.openSync(file, 'a', 0o600);
        bytes = 0;
      }
      // Whole lines, written at once: what was said before a crash is on disk after it.
      fs.writeSync(fd, content);
      bytes += content.length;
    },
    close() {
      closed = true;
      fs.closeSync(fd);
    },
  };
}

/** @param {string} file */
function turnOver(file) {
  for (let i = KEPT_FILES - 1; i >= 0; i--) {
    const from = i === 0 ? file : `${file}.${i}`;
    if (fs.existsSync(from)) fs.renameSync(from, `${file}.${i + 1}`);
  }
}
