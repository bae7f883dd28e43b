import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { QUARTERS_A_DAY } from '@/lib/history/daySummary';
import type { DayCells } from './dayCells';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
/** Most cells are "open, never empty": the quickest level already packs them to a tenth. */
const LEVEL = 1;

/** A day's stations and cells in one piece: JSON of the ids, a zero byte, the cells; deflated. */
export async function packDay({ stationIds, cells }: Omit<DayCells, 'date'>): Promise<Buffer> {
  const ids = Buffer.from(JSON.stringify(stationIds), 'utf8');
  return deflate(Buffer.concat([ids, Buffer.of(0), cells]), { level: LEVEL });
}

/** Off this thread: many may be inflated beside one another. */
export async function inflateDay(packed: Buffer): Promise<Buffer> {
  return inflate(packed);
}

/**
 * Reads inflated days, one after the other. Most days have the very stations of the day before: then
 * the same array of ids is answered, by which callers know that nothing moved.
 */
export function createDayUnpacker(): (date: string, bytes: Buffer) => DayCells {
  let knownText: Buffer | null = null;
  let knownIds: readonly string[] = [];
  return (date, bytes) => {
    const end = bytes.indexOf(0);
    const text = bytes.subarray(0, Math.max(0, end));
    if (!knownText?.equals(text)) {
      knownIds = JSON.parse(text.toString('utf8')) as string[];
      knownText = text;
    }
    const cells = new Uint8Array(bytes.buffer, bytes.byteOffset + end + 1, bytes.length - end - 1);
    if (cells.length !== knownIds.length * QUARTERS_A_DAY) {
      throw new Error(`The packed day ${date} does not hold what it says`);
    }
    return { date, stationIds: knownIds, cells };
  };
}
