'use client';

import { useTheme } from 'next-themes';
import { useFormatter, useTranslations } from 'use-intl';
import {
  cssColour,
  DISTRICT_BREAKS_PER_KM2,
  HEAT_FULL_PER_KM2,
  heatColour,
  scaleSteps,
} from './shortageScale';

const HEAT_TICKS = [0, 0.2, 0.4, 0.6, 0.8] as const;

/** What the colours of shortage mean, in bikes a square kilometre: in classes, or flowing. */
export function ScaleBar({ of: layer }: { of: 'districts' | 'heat' }) {
  const t = useTranslations('layers.scale');
  const format = useFormatter();
  const theme = useTheme().resolvedTheme === 'dark' ? 'dark' : 'light';
  const isHeat = layer === 'heat';
  const ticks = isHeat
    ? HEAT_TICKS.map((share) => share * HEAT_FULL_PER_KM2)
    : [...DISTRICT_BREAKS_PER_KM2];
  const colours = isHeat
    ? HEAT_TICKS.map((share) => cssColour(heatColour(share + 0.2, theme)))
    : scaleSteps(theme).map(cssColour);
  const gradient = `linear-gradient(to right, ${cssColour(heatColour(0, theme))}, ${colours.join()})`;
  const [from, to] = [format.number(ticks[0]!), format.number(ticks.at(-1)!)];
  return (
    <figure className="mt-1.5 ml-10">
      <div
        role="img"
        aria-label={t(layer, { from, to })}
        className="flex h-2.5 overflow-hidden rounded-[3px] border border-line"
        style={isHeat ? { background: gradient } : undefined}
      >
        {isHeat
          ? null
          : colours.map((background) => (
              <span key={background} className="flex-1" style={{ background }} />
            ))}
      </div>
      <figcaption className="tabular mt-0.5 text-ink-muted" aria-hidden>
        <span className="flex">
          {ticks.map((tick, at) => (
            <span key={tick} className="flex-1">
              {at === ticks.length - 1 ? t('more', { value: tick }) : format.number(tick)}
            </span>
          ))}
        </span>
        {t('unit')}
      </figcaption>
    </figure>
  );
}
