import { describe, expect, it } from 'vitest';
import type { HistoryReader } from '@/lib/history/historyReader';
import { answerHistory } from './answerHistory';
import type { ApiFormat } from './apiFormat';
import { historyRoute } from './routes/historyRoute';
import { batchOf, testHistoryReader } from './testHistory';

const ABOUT = { systemId: 'paris', systemName: 'Paris', simulation: null };
const SPAN = { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' };
const FROM_AT = Date.parse(SPAN.from) / 1_000;

function ask(reader: HistoryReader, format: ApiFormat, more: Record<string, unknown> = {}) {
  const query = historyRoute.query.parse({ ...SPAN, ...more });
  const request = new Request('http://localhost/api/v1/history');
  return answerHistory({ request, query, params: {}, format }, reader, ABOUT);
}

/** A past of many batches, and how many of them were made. */
function longPast(batches: number, batchRows: number) {
  const seen = { batches: 0, isOver: false };
  const rows = Array.from({ length: batchRows }, (_, i) => ({
    ...{ at: FROM_AT + i / 1_000, stationId: `station-${i}`, bikes: i % 30 },
  }));
  const reader: HistoryReader = {
    ...testHistoryReader([]),
    async *streamRows() {
      try {
        while (seen.batches < batches) {
          seen.batches++;
          yield batchOf(rows);
        }
      } finally {
        seen.isOver = true;
      }
    },
  };
  return { reader, seen };
}

const heldBytes = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

describe('answerHistory', () => {
  const reader = testHistoryReader(
    [0, 60, 120].flatMap((s) =>
      ['a', 'b'].map((stationId) => ({ at: FROM_AT + s, stationId, bikes: s / 60 })),
    ),
  );

  it('gives JSON in pages that its schema knows, and the way to the next one', async () => {
    const first = historyRoute.answer.parse(
      await (await ask(reader, 'json', { limit: '2' })).json(),
    );
    expect(first).toMatchObject({ systemId: 'paris', from: '2026-11-01T00:00:00.000Z' });
    const { history, nextCursor } = first;
    expect(history.map(({ stationId }) => stationId)).toEqual(['a', 'b']);
    const rest = await ask(reader, 'json', { cursor: nextCursor });
    const last = historyRoute.answer.parse(await rest.json());
    expect(last.nextCursor).toBeNull();
    expect(last.history.map(({ numBikesAvailable }) => numBikesAvailable)).toEqual([1, 1, 2, 2]);
  });

  it('refuses spans that end before they begin or have no end, and foreign cursors', async () => {
    const refused = [
      { to: SPAN.from },
      { to: '2029-11-02T00:00:00Z' },
      { cursor: 'a' },
      { cursor: 'no cursor' },
    ];
    for (const more of refused) {
      const answer = await ask(reader, 'json', more);
      expect(answer.status, JSON.stringify(more)).toBe(400);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it.each(['ndjson', 'csv', 'parquet'] as const)(
    'streams a long span as %s, holding a small part of it',
    async (format) => {
      const { reader: long, seen } = longPast(50, 5_000);
      const before = heldBytes();
      let most = 0;
      let bytes = 0;
      for await (const piece of (await ask(long, format)).body!) {
        bytes += piece.byteLength;
        most = Math.max(most, heldBytes() - before);
      }
      expect(seen.batches).toBe(50);
      expect(bytes).toBeGreaterThan(format === 'parquet' ? 50_000 : 15_000_000);
      // 250,000 rows are some 250 MB as objects.
      expect(most / 1_000_000).toBeLessThan(160);
    },
  );

  it('reads no further than the client does, and stops when it leaves', async () => {
    const { reader: long, seen } = longPast(1_000, 10);
    const body = (await ask(long, 'ndjson')).body!.getReader();
    await body.read();
    await body.read();
    expect(seen.batches).toBeLessThanOrEqual(4);
    await body.cancel();
    expect(seen.isOver).toBe(true);
    expect(seen.batches).toBeLessThanOrEqual(4);
  });
});
