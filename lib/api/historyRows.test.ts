import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cursorOf,
  type HistoryPage,
  readCursor,
  readHistoryPage,
  streamHistoryRows,
} from './historyRows';
import { historyRowSchema } from './routes/historyRoute';
import { type TestObservation, testHistoryReader } from './testHistory';

const SPAN = { fromAt: 100, toAt: 200 };

async function readWhole(observations: TestObservation[], stationIds?: string[]) {
  const reader = testHistoryReader(observations);
  const rows = [];
  for await (const batch of streamHistoryRows(reader, SPAN, stationIds)) rows.push(...batch);
  return rows;
}

async function readInPages(observations: TestObservation[], limit: number) {
  const reader = testHistoryReader(observations);
  const pages: HistoryPage[] = [];
  let afterAt: number | null = null;
  do {
    const page: HistoryPage = await readHistoryPage(reader, SPAN, undefined, { afterAt, limit });
    pages.push(page);
    afterAt = page.endsAt && readCursor(cursorOf(page.endsAt), SPAN);
  } while (afterAt !== null);
  return pages;
}

describe('history', () => {
  const some = [
    { at: 40, stationId: 'a', bikes: 4 },
    { at: 100, stationId: 'b', bikes: 1 },
    { at: 150.123, stationId: 'a', bikes: 3 },
    { at: 150.123, stationId: 'b', bikes: 0 },
    { at: 200, stationId: 'a', bikes: 9 },
  ];

  it('tells the opening state of each station, then what changed before the end', async () => {
    const rows = await readWhole(some);
    expect(
      rows.map(({ stationId, at, numBikesAvailable }) => [stationId, at, numBikesAvailable]),
    ).toEqual([
      ['a', '1970-01-01T00:01:40.000Z', 4],
      ['b', '1970-01-01T00:01:40.000Z', 1],
      ['a', '1970-01-01T00:02:30.123Z', 3],
      ['b', '1970-01-01T00:02:30.123Z', 0],
    ]);
    for (const row of rows) historyRowSchema.parse(row);
    expect(rows[0]).toMatchObject({ isInstalled: true, isRenting: true, isReturning: false });
    expect((await readWhole(some, ['b'])).map(({ stationId }) => stationId)).toEqual(['b', 'b']);
  });

  it('ends a page with an instant, never within one', async () => {
    const pages = await readInPages(some, 3);
    expect(pages.map(({ rows }) => rows.length)).toEqual([4]);
    expect((await readInPages(some, 1)).map(({ rows }) => rows.length)).toEqual([2, 2]);
  });

  it('gives in pages of any length what the stream gives, once', async () => {
    const observation = fc.record({
      at: fc.integer({ min: 60_000, max: 220_000 }).map((ms) => ms / 1_000),
      stationId: fc.constantFrom('a', 'b', 'c'),
      bikes: fc.nat(9),
    });
    const past = fc
      .uniqueArray(observation, { selector: (one) => `${one.at} ${one.stationId}` })
      .map((list) => list.sort((a, b) => a.at - b.at));
    await fc.assert(
      fc.asyncProperty(past, fc.integer({ min: 1, max: 9 }), async (observations, limit) => {
        const pages = await readInPages(observations, limit);
        expect(pages.flatMap(({ rows }) => rows)).toEqual(await readWhole(observations));
      }),
    );
  });

  it.each(['', '!', '-5', 'zzzzzzzzzzzz', cursorOf(99), cursorOf(200)])('%j is no cursor', (text) =>
    expect(readCursor(text, SPAN)).toBeNull(),
  );
});
