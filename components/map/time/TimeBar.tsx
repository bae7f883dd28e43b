'use client';

import './time.css';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import type { CityView } from '@/lib/pipeline/cityView';
import type { ServerTime } from '../freshness/serverTime';
import { useServerTime } from '../freshness/useServerTime';
import { JumpField } from './JumpField';
import { SpeedSelect } from './SpeedSelect';
import { TimeSlider } from './TimeSlider';
import { TimeState } from './TimeState';
import { TimeSteps } from './TimeSteps';
import { stepped, type TimeStep, within } from './timeSteps';
import { STRETCHES, type Stretch, stretchAround } from './timeStretch';
import { usePastLine } from './usePastLine';
import { useTimeKeys } from './useTimeKeys';
import { useTimePlayer } from './useTimePlayer';

const MINUTE_S = 60;

/** Moves the page through time. Loaded when somebody wants to, or a link asks for a past minute. */
export default function TimeBar({
  present,
  time,
  draw,
  onClose,
}: {
  present: CityView;
  time: ServerTime;
  draw(past: CityView | null): void;
  onClose(): void;
}) {
  const t = useTranslations('time');
  const { timezone } = present.base;
  const { stationsVersion } = present.frame.marker;
  const nowAt = useServerTime((nowS) => Math.floor(nowS / MINUTE_S) * MINUTE_S);
  const { player, state } = useTimePlayer({ timezone, stationsVersion, time, draw });
  const [size, setSize] = useState<Stretch>('day');
  const at = state.at ?? nowAt;
  const isPast = state.at !== null;

  const { oldestAt, line, stretch } = usePastLine(
    (oldest) => stretchAround(at, size, { fromAt: oldest ?? nowAt, toAt: nowAt }, timezone),
    nowAt,
  );
  const known = { oldestAt: oldestAt ?? 0, newestAt: nowAt };
  const seek = (to: number) => player.seek(to > nowAt ? to : within(to, known));
  const step = (by: TimeStep, way: 1 | -1) => seek(stepped(at, by, way, timezone));
  const play = () => (state.isPlaying ? player.pause() : player.play());
  useTimeKeys({ onPlay: play, onStep: step, onNow: player.toNow });

  return (
    <section data-time-bar aria-label={t('label')} className="time-bar">
      <div className="time-controls">
        <JumpField {...{ at, nowAt, oldestAt, timezone }} onSeek={seek} />
        <TimeSteps {...{ isPast }} isPlaying={state.isPlaying} onStep={step} onPlay={play} />
        <SpeedSelect speed={state.speed} onChange={player.setSpeed} />
        <SegmentedControl
          label={t('stretch')}
          value={size}
          options={STRETCHES.map((value) => ({ value, label: t(`stretches.${value}`) }))}
          onChange={setSize}
          className="time-stretch"
        />
        <TimeState phase={state.phase} onRetry={() => seek(at)} />
        <IconButton label={t('close')} onClick={onClose} className="time-close">
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      <TimeSlider
        {...{ at, nowAt, line, timezone }}
        stretch={stretch}
        onSeek={seek}
        onStep={step}
      />
    </section>
  );
}
