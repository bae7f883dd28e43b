'use client';

import { useTheme } from 'next-themes';
import { useFormatter, useTranslations } from 'use-intl';
import {
  cssColour,
  DISTRICT_BREAKS,
  HEAT_FULL_PER_KM2,
  heatColour,
  scaleSteps,
} from './shortageScale';

const HEAT_SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** What the colours of shortage mean: classes of districts, or the flowing heat. */
export function ScaleBar({ of: layer }: { of: 'districts' | 'heat' }) {
  const t = useTranslations('layers.scale');
  const theme = useTheme().resolvedTheme === 'dark' ? 'dark' : 'light';
  const { coarse, fine } = DISTRICT_BREAKS;
  const heat = HEAT_SHARES.map((share) => cssColour(heatColour(share, theme)));
  return (
    <figure className="mt-1.5 ml-10">
      <div
        aria-hidden
        className="flex h-2.5 overflow-hidden rounded-[3px] border border-line"
        style={layer === 'heat' ? { background: `linear-gradient(to right, ${heat})` } : undefined}
      >
        {layer === 'heat'
          ? null
          : scaleSteps(theme).map((step) => (
              <span key={step[0]} className="flex-1" style={{ background: cssColour(step) }} />
            ))}
      </div>
      <figcaption className="tabular mt-1 text-ink-muted">
        {layer === 'heat' ? (
          <Ticks
            label={t('heat')}
            values={HEAT_SHARES.slice(0, -1).map((share) => share * HEAT_FULL_PER_KM2)}
          />
        ) : (
          <>
            <Ticks label={t('coarse')} values={coarse} />
            <Ticks label={t('fine')} values={fine} />
          </>
        )}
      </figcaption>
    </figure>
  );
}

/** Where each colour begins. */
function Ticks({ label, values }: { label: string; values: readonly number[] }) {
  const t = useTranslations('layers.scale');
  const format = useFormatter();
  return (
    <div>
      <p className="flex">
        {values.map((value, at) => (
          <span key={value} className="flex-1">
            {at === values.length - 1 ? t('more', { value }) : format.number(value)}
          </span>
        ))}
      </p>
      <p className="mb-1">{label}</p>
    </div>
  );
}
