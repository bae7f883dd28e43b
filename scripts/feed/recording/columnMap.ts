/** What a recording may tell of a station at a moment. */
export const REPORT_FIELDS = [
  'station',
  'reported',
  'fetched',
  'bikes',
  'mechanical',
  'ebike',
  'docks',
  'capacity',
  'installed',
  'renting',
  'returning',
] as const;

export type ReportField = (typeof REPORT_FIELDS)[number];

/** The documented names (docs/simulated-feed.md), the first that a file has is taken. */
const NAMES: Record<ReportField, readonly string[]> = {
  station: ['station_code', 'station_id'],
  reported: ['reported_utc'],
  fetched: ['first_fetched_utc', 'snapshot_utc'],
  bikes: ['bikes'],
  mechanical: ['mechanical'],
  ebike: ['ebike'],
  docks: ['docks'],
  capacity: ['capacity'],
  installed: ['is_installed'],
  renting: ['is_renting'],
  returning: ['is_returning'],
};

/** Field to the name of the file's column; a field may be absent. */
export type ColumnMap = Partial<Record<ReportField, string>>;

/**
 * Finds each field's column in a file.
 *
 * @param header the file's column names
 * @param given the user's own names, which win
 * @throws Error that names what is missing
 */
export function mapColumns(header: readonly string[], given: ColumnMap): ColumnMap {
  const map: ColumnMap = {};
  for (const field of REPORT_FIELDS) {
    const named = given[field];
    if (named !== undefined && !header.includes(named)) {
      throw new Error(`No column "${named}" (for ${field}) among ${header.join(', ')}`);
    }
    const name = named ?? NAMES[field].find((candidate) => header.includes(candidate));
    if (name !== undefined) map[field] = name;
  }
  const missing: ReportField[] = [];
  if (map.station === undefined) missing.push('station');
  if (map.bikes === undefined) missing.push('bikes');
  if (map.reported === undefined && map.fetched === undefined) missing.push('reported');
  if (missing.length > 0) {
    throw new Error(`The recording has no column for ${missing.join(', ')}: ${header.join(', ')}`);
  }
  return map;
}
