/** No usable answer came. */
export const FAILURE_REASONS = [
  'notConfigured',
  'notListed',
  'network',
  'timeout',
  'httpStatus',
] as const;

/** An answer came and was not fit. */
export const REFUSAL_REASONS = [
  'oversize',
  'empty',
  'html',
  'truncated',
  'notJson',
  'badEnvelope',
  'noStations',
  'tooManyBad',
  'nothingJoined',
] as const;

/** Every code that `FetchReport.reason` can carry. */
export const FETCH_REASONS = [...FAILURE_REASONS, ...REFUSAL_REASONS] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];
export type FetchReason = (typeof FETCH_REASONS)[number];
