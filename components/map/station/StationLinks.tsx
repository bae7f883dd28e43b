'use client';

import { Check, Copy, ExternalLink, Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonClasses } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { appleMapsUrl, coordinatesText, googleMapsUrl, stationUrl } from './mapLinks';

/** Ways to take the station elsewhere: other maps, its coordinates, a link to this station. */
export function StationLinks({
  stationId,
  name,
  lat,
  lon,
}: {
  stationId: string;
  name: string;
  lat: number;
  lon: number;
}) {
  const t = useTranslations('station');
  const [told, setTold] = useState<{ what: string; isCopied: boolean } | null>(null);
  const coordinates = coordinatesText({ lat, lon });
  const copy = async (what: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setTold({ what, isCopied: true });
    } catch {
      // Without https or permission there is no clipboard: the words say so, the text is in sight.
      setTold({ what, isCopied: false });
    }
  };
  const wasCopied = (what: string) => told?.what === what && told.isCopied;
  const iconOf = (what: string, Icon: typeof Copy) =>
    wasCopied(what) ? <Check size={16} aria-hidden /> : <Icon size={16} aria-hidden />;
  const links = [
    { words: t('googleMaps'), href: googleMapsUrl({ lat, lon }) },
    { words: t('appleMaps'), href: appleMapsUrl({ lat, lon }, name) },
  ];
  return (
    <section aria-label={t('openElsewhere')} className="border-t border-line pt-3">
      <p className="tabular flex items-center justify-between text-xs text-ink-muted">
        <span className="select-all">{coordinates}</span>
        <IconButton
          label={t('copyCoordinates')}
          onClick={() => void copy('coordinates', coordinates)}
        >
          {iconOf('coordinates', Copy)}
        </IconButton>
      </p>
      <div className="mt-1 grid grid-cols-2 gap-2">
        <Button
          className="col-span-2"
          onClick={() => void copy('link', stationUrl(window.location.origin, stationId))}
          icon={iconOf('link', Link2)}
        >
          {t('link')}
        </Button>
        {links.map(({ words, href }) => (
          <a
            key={href}
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonClasses('secondary')}
          >
            <ExternalLink size={16} aria-hidden />
            {words}
          </a>
        ))}
      </div>
      <p role="status" className="mt-2 min-h-4 text-xs text-ink-muted">
        {told === null ? '' : t(told.isCopied ? 'copied' : 'copyFailed')}
      </p>
    </section>
  );
}
