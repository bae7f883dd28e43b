'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { PLAY_SPEEDS, type PlaySpeed } from './playClock';

/** How fast the past plays. */
export function SpeedSelect({
  speed,
  onChange,
}: {
  speed: PlaySpeed;
  onChange(speed: PlaySpeed): void;
}) {
  const t = useTranslations('time');
  return (
    <div className="w-32 shrink-0 max-md:w-[116px]">
      <Select
        label={t('speed')}
        isLabelHidden
        value={String(speed)}
        options={PLAY_SPEEDS.map((minutes) => ({
          value: String(minutes),
          label: t('speedOf', { minutes }),
        }))}
        onChange={(event) => {
          const chosen = PLAY_SPEEDS.find((one) => String(one) === event.currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      />
    </div>
  );
}
