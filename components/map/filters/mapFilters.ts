import type { Severity } from '@/lib/deficit/assessment';

/** Whether a short station has a walkable substitute. Stations without a shortage are neither. */
export const COVER_FILTERS = ['uncovered', 'covered'] as const;
export type CoverFilter = (typeof COVER_FILTERS)[number];

/** What kind of bike stands, or does not stand, at the station. */
export const BIKE_FILTERS = ['mechanical', 'ebike', 'noMechanical', 'noEbike'] as const;
export type BikeFilter = (typeof BIKE_FILTERS)[number];

/** Docks a station should have, both ends included. At least one end is given. */
export interface CapacityRange {
  /** null: no lower end. */
  min: number | null;
  max: number | null;
}

/** What the person asks to see. Lives in the address, so that a view can be shared. */
export interface MapFilters {
  query: string;
  /** Empty: every severity. */
  severities: readonly Severity[];
  districtId: string | null;
  cover: CoverFilter | null;
  bikes: BikeFilter | null;
  /** null: of any size. A station whose capacity is unknown is in no range. */
  capacity: CapacityRange | null;
  /** List only what the map shows; the map itself is not filtered by it. */
  isInView: boolean;
}

export const noFilters: MapFilters = {
  query: '',
  severities: [],
  districtId: null,
  cover: null,
  bikes: null,
  capacity: null,
  isInView: false,
};

/** Filters that stand behind a button beside a desktop's list. */
export const MORE_FILTERS: readonly (keyof MapFilters)[] = ['bikes', 'capacity', 'isInView'];

/** Filters that stand behind a button in a phone's sheet. */
export const SHEET_FILTERS: readonly (keyof MapFilters)[] = [
  'districtId',
  'cover',
  ...MORE_FILTERS,
];

/** Names of the filters that narrow the view, in the order in which one would loosen them. */
export function activeFilters(filters: MapFilters): (keyof MapFilters)[] {
  const active: (keyof MapFilters)[] = [];
  if (filters.query.trim() !== '') active.push('query');
  if (filters.isInView) active.push('isInView');
  if (filters.capacity) active.push('capacity');
  if (filters.bikes) active.push('bikes');
  if (filters.cover) active.push('cover');
  if (filters.districtId !== null) active.push('districtId');
  if (filters.severities.length > 0) active.push('severities');
  return active;
}

/** The same filters with one of them let go. */
export function loosen(filters: MapFilters, name: keyof MapFilters): MapFilters {
  return { ...filters, [name]: noFilters[name] };
}
