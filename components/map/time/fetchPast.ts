import type { CityView } from '@/lib/pipeline/cityView';
import type { PastChunk } from '@/lib/pipeline/pastChunk';
import type { PastServer } from './pastSource';

const ADDRESS = '/api/map/past';

/**
 * The past by the web process.
 *
 * @param version of the stations; it only makes the addresses new, because the browser keeps answers
 */
export function fetchPast(version: number): PastServer {
  const iso = (at: number) => new Date(at * 1_000).toISOString();
  return {
    readAt: (at, signal) =>
      read<CityView>(
        `${ADDRESS}?${new URLSearchParams({ at: iso(at), v: String(version) })}`,
        signal,
      ),
    readChunk: (fromAt, toAt) => {
      const query = { from: iso(fromAt), to: iso(toAt), v: String(version) };
      return read<PastChunk>(`${ADDRESS}/changes?${new URLSearchParams(query)}`);
    },
  };
}

/**
 * @returns null where nothing is known of that time
 * @throws when the server is out of reach or refuses
 */
async function read<Answer>(address: string, signal?: AbortSignal): Promise<Answer | null> {
  const response = await fetch(address, { signal: signal ?? null });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Answer;
}
