import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoryBatch } from '@/lib/history/historyReader';
import type { HistoryTier } from '@/lib/history/stationSeries';
import { summariseSpan } from './summariseSpan';

interface Row {
  at: number;
  bikes: number;
  docks: number;
  flags: number;
}

async function* batchesOf(rows: readonly Row[], tier: HistoryTier): AsyncGenerator<HistoryBatch> {
  for (const { at, bikes, docks, flags } of rows)
    yield {
      tier,
      at: [at],
      stationId: ['a'],
      numBikesAvailable: [bikes],
      numMechanicalAvailable: [null],
      numEbikesAvailable: [null],
      numDocksAvailable: [docks],
      capacity: [null],
      flags: [flags],
      lastReportedAt: [null],
    };
}

const DAY_MIN = 600;
const minute = fc.integer({ min: 0, max: DAY_MIN - 1 });
const row = fc.record({
  at: minute.map((min) => min * 60),
  bikes: fc.integer({ min: 0, max: 3 }),
  docks: fc.integer({ min: 0, max: 3 }),
  flags: fc.integer({ min: 0, max: 7 }),
});
const holes = fc
  .uniqueArray(minute, { minLength: 0, maxLength: 6 })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((from, i) =>
      i % 2 === 0 && edges[i + 1] !== undefined
        ? [{ fromAt: from * 60, toAt: edges[i + 1]! * 60 }]
        : [],
    ),
  );

test('every minute counts as it stood, and none in which nobody looked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { minLength: 1, maxLength: 20, selector: ({ at }) => at }),
      holes,
      fc.constantFrom<HistoryTier>('changes', 'hours'),
      async (unsorted, unobserved, tier) => {
        const rows = unsorted.sort((a, b) => a.at - b.at);
        const span = { fromAt: 0, toAt: DAY_MIN * 60 };
        const plain = { observedMin: 0, openMin: 0, emptyMin: 0, fullMin: 0, bikes: 0 };
        for (let at = 0; at < span.toAt; at += 60) {
          const held = rows.findLast((one) => one.at <= at);
          if (!held || (tier === 'hours' && at >= held.at + 3_600)) continue;
          if (unobserved.some(({ fromAt, toAt }) => at >= fromAt && at < toAt)) continue;
          const isOpen = (held.flags & 3) === 3;
          plain.observedMin += 1;
          plain.bikes += held.bikes;
          plain.openMin += Number(isOpen);
          plain.emptyMin += Number(isOpen && held.bikes === 0);
          plain.fullMin += Number((held.flags & 5) === 5 && held.docks === 0);
        }
        const summary = (await summariseSpan(batchesOf(rows, tier), span, unobserved)).get('a')!;
        const { bikes, ...minutes } = plain;
        expect(summary).toMatchObject(minutes);
        expect(summary.minBikes).toBe(Math.min(...rows.map((one) => one.bikes)));
        if (plain.observedMin === 0) expect(summary.meanBikes).toBeNull();
        else expect(summary.meanBikes).toBeCloseTo(bikes / plain.observedMin, 9);
      },
    ),
  );
});
