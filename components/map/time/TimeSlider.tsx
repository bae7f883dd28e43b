'use client';

import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useElementWidth } from '@/components/charts/useElementWidth';
import type { PastLine } from '@/lib/pipeline/pastLine';
import { linePicture } from './linePath';
import { type TimeMark, timeMarks } from './timeMarks';
import type { TimeStep } from './timeSteps';
import type { TimeStretch } from './timeStretch';
import { useTimeWords } from './useTimeWords';

const MINUTE_S = 60;
/** Before it was measured: a laptop's map. */
const FIRST_WIDTH_PX = 900;

/** Keys beside the arrows, which the platform knows: steps of a minute. */
const KEY_STEPS: Record<string, { step: TimeStep; by: 1 | -1 }> = {
  PageUp: { step: 'hour', by: 1 },
  PageDown: { step: 'hour', by: -1 },
};

/** The slider over a day, a week or all that is known, and what it was like in a line under it. */
export function TimeSlider({
  at,
  nowAt,
  stretch,
  line,
  timezone,
  onSeek,
  onStep,
}: {
  at: number;
  nowAt: number;
  stretch: TimeStretch;
  line: PastLine | null;
  timezone: string;
  onSeek(at: number): void;
  onStep(step: TimeStep, by: 1 | -1): void;
}) {
  const t = useTranslations('time');
  const words = useTimeWords(timezone);
  const box = useRef<HTMLDivElement>(null);
  const widthPx = useElementWidth(box, FIRST_WIDTH_PX);
  const { fromAt, toAt } = stretch;
  const share = (instant: number) => (100 * (instant - fromAt)) / (toAt - fromAt);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = KEY_STEPS[event.key];
    if (!key) return;
    event.preventDefault();
    onStep(key.step, key.by);
  };
  return (
    <div ref={box} className="time-track">
      <LinePath line={line} fromAt={fromAt} toAt={toAt} />
      {nowAt < toAt ? <span className="time-ahead" style={{ left: `${share(nowAt)}%` }} /> : null}
      <span className="time-gone" style={{ width: `${share(at)}%` }} />
      <input
        type="range"
        min={fromAt}
        max={toAt}
        step={MINUTE_S}
        value={at}
        aria-label={t('slider')}
        aria-valuetext={at >= nowAt ? t('now') : words.moment(at)}
        onChange={(event) => onSeek(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
      <Marks {...{ fromAt, toAt, widthPx, timezone }} />
    </div>
  );
}

function LinePath({ line, fromAt, toAt }: TimeStretch & { line: PastLine | null }) {
  const t = useTranslations('time');
  const picture = useMemo(() => line && linePicture(line, { fromAt, toAt }), [line, fromAt, toAt]);
  if (!picture) return null;
  return (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" className="time-line" role="img">
      <title>{t('line', { count: Math.round(picture.highest) })}</title>
      {picture.gaps.map(({ x, width }) => (
        <rect key={x} x={x} y={0} width={width} height={1} className="time-gap" />
      ))}
      <path d={picture.area} />
    </svg>
  );
}

/** What is written under the slider; the same for as long as its stretch and its width are. */
function Marks({
  fromAt,
  toAt,
  widthPx,
  timezone,
}: TimeStretch & { widthPx: number; timezone: string }) {
  const format = useFormatter();
  const marks = useMemo(
    () => timeMarks({ fromAt, toAt }, widthPx, timezone),
    [fromAt, toAt, widthPx, timezone],
  );
  const said = ({ at, kind }: TimeMark) =>
    format.dateTime(new Date(at * 1_000), {
      ...(kind === 'hour'
        ? ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const)
        : kind === 'day'
          ? ({ weekday: 'short', day: 'numeric' } as const)
          : ({ month: 'short', year: '2-digit' } as const)),
      timeZone: timezone,
    });
  return (
    <div aria-hidden className="time-marks tabular">
      {marks.map((mark) => (
        <span key={mark.at} style={{ left: `${(100 * (mark.at - fromAt)) / (toAt - fromAt)}%` }}>
          {said(mark)}
        </span>
      ))}
    </div>
  );
}
