/** What judging a whole city costs: once a layout of stations, and once a frame. */
import { assessCity } from '@/lib/deficit/assessCity';
import { buildNeighbours } from '@/lib/deficit/neighbours';
import { type AssessableStation, testCity, testStation } from '@/lib/deficit/testCity';
import type { Position } from '@/lib/geo/position';
import { defaultSettings } from '@/lib/settings/settings';
import { type Rng, seededRng } from '@/lib/units/rng';
import { quantile, table, writeSection } from './report';

const CITIES = [
  { stations: 1_500, vehicles: 0 },
  { stations: 1_500, vehicles: 6_000 },
  { stations: 20_000, vehicles: 0 },
  { stations: 20_000, vehicles: 20_000 },
];
const FRAMES = 60;

/** A place in a square with 14 stations a square kilometre, as in Paris. */
function placeIn(rng: Rng, stations: number): Position {
  const sideDegrees = Math.sqrt(stations / 14) / 111.2;
  const lat = 48.8 + rng() * sideDegrees;
  return { lat, lon: 2.2 + (rng() * sideDegrees) / Math.cos((lat * Math.PI) / 180) };
}

/** Two thirds of the stations are empty, which makes the search for bikes hard. */
function stationIn(rng: Rng, stations: number, i: number): AssessableStation {
  return testStation({
    ...placeIn(rng, stations),
    stationId: String(213_688_000 + i * 37),
    capacity: 15 + Math.floor(rng() * 40),
    bikes: rng() < 2 / 3 ? 0 : Math.floor(rng() * 30),
  });
}

function measure({ stations, vehicles }: (typeof CITIES)[number]): (string | number)[] {
  const rng = seededRng(stations);
  const city = testCity(
    Array.from({ length: stations }, (_, i) => stationIn(rng, stations, i)),
    Array.from({ length: vehicles }, () => placeIn(rng, stations)),
  );
  const startedAt = performance.now();
  const neighbours = buildNeighbours(city.stations);
  const layoutMs = performance.now() - startedAt;

  const frameMs = Array.from({ length: FRAMES }, () => {
    const frameStartedAt = performance.now();
    assessCity(city, defaultSettings, neighbours);
    return performance.now() - frameStartedAt;
  });
  return [
    stations,
    vehicles,
    layoutMs.toFixed(0),
    quantile(frameMs, 0.5).toFixed(1),
    quantile(frameMs, 0.99).toFixed(1),
  ];
}

writeSection({
  name: 'deficit',
  title: 'Judging a city',
  method: `Generated cities at the density of Paris, two thirds of the stations empty. "Layout" is
done once when stations change, "frame" once a snapshot; ${FRAMES} frames each, the first ones cold.`,
  body: table([
    ['stations', 'own vehicles', 'layout ms', 'frame p50 ms', 'frame p99 ms'],
    ...CITIES.map(measure),
  ]),
});
