import { describe, expect, it } from 'vitest';
import { type Rng, seededRng } from '@/lib/units/rng';
import { QUARTERS_A_DAY } from './daySummary';
import { emptyCells } from './rateCells';
import { shrinkRates } from './shrinkRates';

const QUARTER_MIN = 15;
const STATIONS = 60;
const CAPACITY = 25;

describe('a simulated city whose rates are known', () => {
  const fewDays = simulate(5);
  const manyDays = simulate(60);

  it('five days: within 15% of the truth, where trips over minutes are off by 40%', () => {
    const shrunk = errorOf(shrinkRates(fewDays.cells, fewDays.neighbours), fewDays.truth);
    const raw = errorOf(rawRates(fewDays.cells), fewDays.truth);
    expect(shrunk).toBeLessThan(0.15);
    expect(raw).toBeGreaterThan(0.35);
  });

  it('sixty days: within 6% of the truth, still nearer than trips over minutes', () => {
    const shrunk = errorOf(shrinkRates(manyDays.cells, manyDays.neighbours), manyDays.truth);
    expect(shrunk).toBeLessThan(0.06);
    expect(shrunk).toBeLessThan(errorOf(rawRates(manyDays.cells), manyDays.truth));
  });

  it('empty minutes hide demand: counted as exposure, they make rates far too low', () => {
    const honest = biasOf(shrinkRates(manyDays.cells, manyDays.neighbours), manyDays.truth);
    const { trips, openMin } = manyDays;
    const naive = biasOf(
      shrinkRates({ trips, exposureMin: openMin }, manyDays.neighbours),
      manyDays.truth,
    );
    expect(Math.abs(honest)).toBeLessThan(0.03);
    expect(naive).toBeLessThan(-0.15);
  });
});

describe('shrinkRates', () => {
  it('is the neighbours where a station has seen nothing, and its own count where much', () => {
    const cells = emptyCells(3);
    cells.trips.fill(300, 0, 2 * QUARTERS_A_DAY);
    cells.exposureMin.fill(3_000, 0, 2 * QUARTERS_A_DAY);
    const rates = shrinkRates(cells, [
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
    expect(rates[0]).toBeCloseTo(0.1, 3);
    expect(rates[2 * QUARTERS_A_DAY]).toBeGreaterThan(0.05);
    expect(rates[2 * QUARTERS_A_DAY]).toBeLessThan(0.2);
  });

  it('is 0 where nothing was counted at all', () => {
    expect([...shrinkRates(emptyCells(2), [[1], [0]])].every((rate) => rate === 0)).toBe(true);
    expect(shrinkRates(emptyCells(0), [])).toHaveLength(0);
  });
});

/**
 * Stations as birth-death chains, minute by minute: departures come at the true rate and are served
 * while a bike is there; each night a truck brings the stock back to half.
 */
function simulate(days: number) {
  const rng = seededRng(days);
  const truth = trueRates();
  const cells = emptyCells(STATIONS);
  const openMin = new Float64Array(cells.trips.length);
  for (let i = 0; i < STATIONS; i++) {
    for (let day = 0; day < days; day++) {
      let bikes = Math.floor(CAPACITY / 2);
      for (let minute = 0; minute < QUARTERS_A_DAY * QUARTER_MIN; minute++) {
        const at = i * QUARTERS_A_DAY + Math.floor(minute / QUARTER_MIN);
        openMin[at]!++;
        if (bikes > 0) cells.exposureMin[at]!++;
        const left = Math.min(bikes, poisson(truth[at]!, rng));
        cells.trips[at]! += left;
        bikes = Math.min(CAPACITY, bikes - left + poisson(truth[at]! * 0.7, rng));
      }
    }
  }
  const neighbours = Array.from({ length: STATIONS }, (_, i) =>
    [-4, -3, -2, -1, 1, 2, 3, 4].map((step) => (i + step + STATIONS) % STATIONS),
  );
  return { truth, cells, trips: cells.trips, openMin, neighbours };
}

/** Two peaks; levels and the weight of the morning differ along the line of stations. */
function trueRates(): Float64Array {
  const truth = new Float64Array(STATIONS * QUARTERS_A_DAY);
  for (let i = 0; i < STATIONS; i++) {
    const busy = 0.05 + 0.1 * ((i * 7) % 10) * 0.1;
    const morning = 0.5 + 0.5 * Math.sin((2 * Math.PI * i) / STATIONS);
    for (let q = 0; q < QUARTERS_A_DAY; q++) {
      const peak = (at: number) => Math.exp(-(((q - at) / 6) ** 2));
      truth[i * QUARTERS_A_DAY + q] =
        busy * (0.3 + 2 * morning * peak(34) + 2 * (1.2 - morning) * peak(72));
    }
  }
  return truth;
}

/** Knuth's method: rates are small. */
function poisson(mean: number, rng: Rng): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = rng(); product > limit; product *= rng()) count++;
  return count;
}

function rawRates({ trips, exposureMin }: ReturnType<typeof emptyCells>): Float64Array {
  return trips.map((count, at) => (exposureMin[at] === 0 ? 0 : count / exposureMin[at]!));
}

/** Mean absolute error, as a share of the mean rate. */
function errorOf(rates: Float64Array, truth: Float64Array): number {
  const errors = rates.reduce((sum, rate, at) => sum + Math.abs(rate - truth[at]!), 0);
  return errors / sumOf(truth);
}

function biasOf(rates: Float64Array, truth: Float64Array): number {
  return sumOf(rates) / sumOf(truth) - 1;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
