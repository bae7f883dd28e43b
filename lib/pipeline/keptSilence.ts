/**
 * When a station last reported is kept only where its counts changed. One that reports every minute
 * and whose bikes nobody takes for a night would look silent; so of the past only a silence of a day
 * is believed. See docs/decisions/0173.
 */
export const SILENCE_KEPT_MIN = 1_440;
