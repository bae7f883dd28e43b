'use client';

import { useFormatter } from 'use-intl/react';

/** A Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Days of the week in the reader's language: runs of three and more as "Mon–Fri". */
export function useDayWords(): (isoDays: readonly number[], style?: 'short' | 'long') => string {
  const format = useFormatter();
  return (isoDays, style = 'short') => {
    const name = (isoDay: number) =>
      format.dateTime(new Date(MONDAY_MS + (isoDay - 1) * DAY_MS), {
        weekday: style,
        timeZone: 'UTC',
      });
    return dayRuns(isoDays)
      .map(([first, last]) => {
        if (first === last) return name(first);
        return `${name(first)}${last === first + 1 ? ', ' : '–'}${name(last)}`;
      })
      .join(', ');
  };
}

/** Days that follow each other: [1, 2, 3, 6] is Monday to Wednesday, and Saturday. */
export function dayRuns(isoDays: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const day of isoDays.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
