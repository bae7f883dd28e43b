/** What a question to a year of days costs: 1,500 stations, packed, against plain rows of SQL. */
import { openTestDatabase } from '@/lib/db/testDatabase';
import { DAY_KINDS, QUARTERS_A_DAY } from '@/lib/history/daySummary';
import { addDays, weekdayOf } from '@/lib/insights/calendar';
import { cellOf } from '@/lib/insights/dayCells';
import { insightFilterSchema } from '@/lib/insights/insightFilter';
import { packDay } from '@/lib/insights/packedDay';
import { loadInsights } from '@/lib/pipeline/loadInsights';
import { seededRng } from '@/lib/units/rng';
import { quantile, table, writeSection } from './report';

const SYSTEM = 'bench';
const STATIONS = 1_500;
const DAYS = 365;
/** Days that also stand in plain rows. */
const PLAIN_DAYS = 28;
const TO = '2026-11-22';
const RUNS = 7;

const database = await openTestDatabase();
const { pool } = database;
const rng = seededRng(4);
const ids = Array.from({ length: STATIONS }, (_, i) => String(213_688_000 + i * 37)).sort();
const dates = Array.from({ length: DAYS }, (_, i) => addDays(TO, i + 1 - DAYS));

/** A day in which a third of the stations run empty at some hour, for one hour and a half. */
function cellsOfDay(): Uint8Array {
  const cells = new Uint8Array(STATIONS * QUARTERS_A_DAY).fill(cellOf(15, 0));
  for (let station = 0; station < STATIONS; station++) {
    if (rng() > 1 / 3) continue;
    const from = Math.floor(rng() * (QUARTERS_A_DAY - 6));
    for (let quarter = from; quarter < from + 6; quarter++)
      cells[station * QUARTERS_A_DAY + quarter] = cellOf(15, Math.ceil(rng() * 15));
  }
  return cells;
}

async function fill(): Promise<number> {
  await pool.query(
    `INSERT INTO station (system_id, station_id, name, lat, lon, first_seen_at, last_seen_at)
     SELECT $1, id, 'Station ' || id, 48.81 + 0.09 * random(), 2.25 + 0.16 * random(), now(), now()
     FROM unnest($2::text[]) AS id`,
    [SYSTEM, ids],
  );
  await pool.query(
    `INSERT INTO station_rate (system_id, station_id, day_kind, departures_per_min,
       arrivals_per_min, exposure_min, censored_min, days, from_date, to_date, computed_at)
     SELECT $1, id, kind, ARRAY(SELECT random() * 0.3 + id::bigint * 0 FROM generate_series(1, 96)),
       '{}', '{}', '{}', 8, now(), now(), now()
     FROM unnest($2::text[]) AS id, unnest($3::text[]) AS kind`,
    [SYSTEM, ids, DAY_KINDS],
  );
  let bytes = 0;
  for (const date of dates) {
    const cells = cellsOfDay();
    const packed = await packDay({ stationIds: ids, cells });
    bytes += packed.length;
    await pool.query(
      `INSERT INTO summary_day (system_id, local_date, known_to_at, is_partial, last_fetch_id,
         stations, computed_at) VALUES ($1, $2, now(), false, 0, $3, to_timestamp(0))`,
      [SYSTEM, date, STATIONS],
    );
    await pool.query(
      `INSERT INTO insight_day (system_id, local_date, packed, stations, computed_at)
       VALUES ($1, $2, $3, $4, to_timestamp(0))`,
      [SYSTEM, date, packed, STATIONS],
    );
  }
  await pool.query(
    `INSERT INTO station_day (system_id, station_id, local_date, observed_min, open_min, empty_min,
       full_min, departures, arrivals, moved_out, moved_in, stuck_min)
     SELECT $1, id, day, q.m, q.m, q.m, '{}', q.m, q.m, '{}', '{}', '{}'
     FROM unnest($2::text[]) AS id, unnest($3::date[]) AS day,
       (SELECT array_fill(15::int2, ARRAY[96]) AS m) AS q`,
    [SYSTEM, ids, dates.slice(-PLAIN_DAYS)],
  );
  await pool.query('ANALYZE');
  return bytes;
}

/** What the page asks, for so many days. */
async function ask(days: number): Promise<number> {
  const filter = insightFilterSchema.parse({ days });
  const period = { from: addDays(TO, 1 - days), to: TO };
  const startedAt = performance.now();
  await loadInsights(pool, SYSTEM, filter, period, (date) =>
    weekdayOf(date) === 6 ? 'sunday' : weekdayOf(date) === 5 ? 'saturday' : 'weekday',
  );
  return performance.now() - startedAt;
}

/** The share of empty minutes alone, of weekday mornings, from plain rows. */
async function askRows(): Promise<number> {
  const startedAt = performance.now();
  await pool.query(
    `SELECT station_id, sum((SELECT sum(m) FROM unnest(empty_min[29:40]) AS m))::float8
       / nullif(sum((SELECT sum(m) FROM unnest(open_min[29:40]) AS m)), 0) AS share
     FROM station_day WHERE system_id = $1 AND local_date > $2::date - $3::int
       AND extract(isodow FROM local_date) < 6
     GROUP BY station_id ORDER BY share DESC`,
    [SYSTEM, TO, PLAIN_DAYS],
  );
  return performance.now() - startedAt;
}

async function repeat(run: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await run());
  return times;
}

const bytes = await fill();
const coldMs = await ask(DAYS);
const yearMs = await repeat(() => ask(DAYS));
const monthMs = await repeat(() => ask(PLAIN_DAYS));
const rowsMs = await repeat(askRows);
await database.close();

const row = (name: string, times: number[]) => [
  name,
  quantile(times, 0.5).toFixed(0),
  quantile(times, 1).toFixed(0),
];
writeSection({
  name: 'insights',
  title: 'Insights: a question to a year of days',
  method: `${STATIONS} stations, ${DAYS} days, a third of the stations empty for an hour and a half each day; weekday mornings are asked. Everything the page shows is counted: stations with their neighbours' cover at each quarter-hour and lost rentals, districts, weeks, hours of the week. The first question after the process began was answered in ${coldMs.toFixed(0)} ms (limit 1,000). A year takes ${(bytes / 1e6).toFixed(1)} MB. Compared with one share of empty minutes alone by SQL over plain rows of ${PLAIN_DAYS} days.`,
  body: table([
    ['question', 'median ms', 'worst ms'],
    row('a year, everything', yearMs),
    row(`${PLAIN_DAYS} days, everything`, monthMs),
    row(`${PLAIN_DAYS} days, one share, plain rows`, rowsMs),
  ]),
});
