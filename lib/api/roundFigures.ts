/** Figures that were counted and estimated, no more precise than that: four decimals. */
export function roundFigures<Row extends object>(row: Row): Row {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
  ]);
  return Object.fromEntries(entries) as Row;
}
