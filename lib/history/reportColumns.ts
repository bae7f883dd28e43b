/** What a recording may tell of a station at a moment. */
export const REPORT_FIELDS = [
  'station',
  'at',
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
  'simulation',
] as const;

export type ReportField = (typeof REPORT_FIELDS)[number];

/**
 * The documented names (docs/history.md), the first that a file has is taken: those of recordings,
 * of GBFS, and of this project's own archive and exports.
 */
const NAMES: Record<ReportField, readonly string[]> = {
  station: ['station_code', 'station_id', 'stationcode', 'stationId'],
  at: ['fetched_at', 'at'],
  reported: ['reported_utc', 'last_reported_at', 'last_reported', 'duedate', 'lastReportedAt'],
  fetched: ['first_fetched_utc', 'snapshot_utc', 'hour_at'],
  bikes: [
    'bikes',
    'num_bikes_available',
    'num_vehicles_available',
    'numbikesavailable',
    'numBikesAvailable',
  ],
  mechanical: ['mechanical', 'num_mechanical_available', 'numMechanicalAvailable'],
  ebike: ['ebike', 'num_ebikes_available', 'numEbikesAvailable'],
  docks: ['docks', 'num_docks_available', 'numdocksavailable', 'numDocksAvailable'],
  capacity: ['capacity'],
  installed: ['is_installed', 'isInstalled'],
  renting: ['is_renting', 'isRenting'],
  returning: ['is_returning', 'isReturning'],
  simulation: ['simulation'],
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
  if (!map.at && !map.reported && !map.fetched) missing.push('reported');
  if (missing.length > 0) {
    throw new Error(`The recording has no column for ${missing.join(', ')}: ${header.join(', ')}`);
  }
  return map;
}

/**
 * Reads `FIELD=COLUMN,FIELD=COLUMN` as people type it.
 *
 * @param option what they typed it after, for the message
 * @throws Error that names the part that is none
 */
export function parseColumnMap(text: string, option: string): ColumnMap {
  const map: ColumnMap = {};
  for (const part of text.split(',').filter((pair) => pair !== '')) {
    const [field, column] = part.split('=');
    if (!REPORT_FIELDS.includes(field as ReportField) || !column) {
      throw new Error(`${option}: "${part}" is not FIELD=COLUMN with ${REPORT_FIELDS.join(', ')}`);
    }
    map[field as ReportField] = column;
  }
  return map;
}
