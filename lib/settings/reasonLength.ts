/** Longest reason for a change of settings, characters. */
export const MAX_REASON_LENGTH = 500;
