import type { Severity } from '@/lib/deficit/assessment';

/** Whether a short station has a walkable substitute. Stations without a shortage are neither. */
export const COVER_FILTERS = ['uncovered', 'covered'] as const;
export type CoverFilter = (typeof COVER_FILTERS)[number];

/** What kind of bike stands, or does not stand, at the station. */
export const BIKE_FILTERS = ['mechanical', 'ebike', 'noMechanical', 'noEbike'] as const;
export type BikeFilter = (typeof BIKE_FILTERS)[number];

/** What the person asks to see. Lives in the address, so that a view can be shared. */
export interface MapFilters {
  query: string;
  /** Empty: every severity. */
  severities: readonly Severity[];
  districtId: string | null;
  cover: CoverFilter | null;
  bikes: BikeFilter | null;
}

export const noFilters: MapFilters = {
  query: '',
  severities: [],
  districtId: null,
  cover: null,
  bikes: null,
};

/** Names of the filters that narrow the view, in the order in which one would loosen them. */
export function activeFilters(filters: MapFilters): (keyof MapFilters)[] {
  const active: (keyof MapFilters)[] = [];
  if (filters.query.trim() !== '') active.push('query');
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
