'use client';

import { useMemo } from 'react';
import { type DateTimeFormatOptions, useFormatter, useTranslations } from 'use-intl';

const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;

export interface SandboxWords {
  /** "42 min", "3 h 5 min", "2 d 4 h". */
  duration(min: number): string;
  /** "Mon, 16 Nov 2026, 10:30" by the city's clock. */
  moment(at: number): string;
  /** "42%"; a dash where there is nothing to have a share of. */
  share(share: number | null): string;
  /** A number with as many decimals as it bears; a dash for none. */
  figure(value: number | null, decimals?: number): string;
  /** "+3", "−3", or "=" where both say the same. */
  difference(inForce: number | null, draft: number | null, decimals?: number): string;
  /** The same of shares, in points: "+4 pts". */
  points(inForce: number | null, draft: number | null): string;
}

/** How a replay says its figures and times. */
export function useSandboxWords(timeZone: string): SandboxWords {
  const t = useTranslations('sandbox');
  const format = useFormatter();
  return useMemo(() => sandboxWords(timeZone, t, format), [timeZone, t, format]);
}

function sandboxWords(
  timeZone: string,
  t: ReturnType<typeof useTranslations<'sandbox'>>,
  format: ReturnType<typeof useFormatter>,
): SandboxWords {
  const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
  const difference: SandboxWords['difference'] = (inForce, draft, decimals = 0) => {
    if (inForce === null || draft === null) return t('nothingKnown');
    const more = rounded(rounded(draft, decimals) - rounded(inForce, decimals), decimals);
    return more === 0 ? '=' : format.number(more, { signDisplay: 'always' });
  };
  return {
    difference,
    duration(min) {
      const whole = Math.round(min);
      const [days, hours] = [Math.floor(whole / DAY_MIN), Math.floor(whole / HOUR_MIN)];
      if (days > 0) return t('duration.days', { days, hours: hours % 24 });
      if (hours > 0) return t('duration.hours', { hours, minutes: whole % HOUR_MIN });
      return t('duration.minutes', { minutes: whole });
    },
    moment: (at) => format.dateTime(new Date(at * 1_000), momentOptions(timeZone)),
    share: (share) =>
      share === null ? t('nothingKnown') : format.number(share, { style: 'percent' }),
    figure: (value, decimals = 0) =>
      value === null
        ? t('nothingKnown')
        : format.number(value, { maximumFractionDigits: decimals }),
    points(inForce, draft) {
      const words = difference(
        inForce === null ? null : inForce * 100,
        draft === null ? null : draft * 100,
      );
      return /\d/.test(words) ? t('points', { difference: words }) : words;
    },
  };
}

function momentOptions(timeZone: string): DateTimeFormatOptions {
  return {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  };
}
