'use client';

import { Check, Copy, ExternalLink, Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonClasses } from '@/components/ui/Button';
import { appleMapsUrl, coordinatesText, googleMapsUrl } from './mapLinks';

/** Ways to take the station elsewhere: other maps, its coordinates, a link to this very view. */
export function StationLinks({ name, lat, lon }: { name: string; lat: number; lon: number }) {
  const t = useTranslations('map.station');
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
  const copyButton = (what: string, words: string, text: () => string, Icon: typeof Copy) => (
    <Button
      onClick={() => void copy(what, text())}
      icon={
        told?.what === what && told.isCopied ? (
          <Check size={16} aria-hidden />
        ) : (
          <Icon size={16} aria-hidden />
        )
      }
    >
      {told?.what === what ? t(told.isCopied ? 'copied' : 'copyFailed') : words}
    </Button>
  );
  return (
    <section aria-label={t('openElsewhere')} className="border-t border-line pt-4">
      <p className="tabular text-xs text-ink-muted select-all">{coordinates}</p>
      <div className="mt-2 grid grid-cols-2 gap-2" aria-live="polite">
        {copyButton('coordinates', t('copyCoordinates'), () => coordinates, Copy)}
        {copyButton('link', t('link'), () => window.location.href, Link2)}
        {[
          { words: t('googleMaps'), href: googleMapsUrl({ lat, lon }) },
          { words: t('appleMaps'), href: appleMapsUrl({ lat, lon }, name) },
        ].map(({ words, href }) => (
          <a
            key={href}
            href={href}
            target="_blank"
            rel="noreferrer"
            className={buttonClasses('secondary')}
          >
            <ExternalLink size={16} aria-hidden />
            {words}
          </a>
        ))}
      </div>
    </section>
  );
}
