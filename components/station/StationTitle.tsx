import { Map as MapIcon } from 'lucide-react';
import Link from 'next/link';
import { Banner } from '@/components/ui/Banner';
import { buttonClasses } from '@/components/ui/Button';
import { getTranslator } from '@/lib/i18n/translator';
import type { CityBase } from '@/lib/pipeline/cityView';
import type { StationProfile } from '@/lib/stations/stationProfile';
import { shortDistrictName } from '../map/canvas/districtShapes';
import { stationOnMapPath } from './stationPath';

/** Which station it is, where, and whether it still stands. */
export async function StationTitle({ profile, base }: { profile: StationProfile; base: CityBase }) {
  const { name, stationCode, stationId, removedAt, districtId } = profile;
  const [t, station] = await Promise.all([
    getTranslator('stationPage', base.timezone),
    getTranslator('station'),
  ]);
  const district = base.districts.find((one) => one.districtId === districtId);
  const place = [
    stationCode === null ? '' : station('code', { code: stationCode }),
    district ? shortDistrictName(district.name) : '',
  ];
  return (
    <header>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-64">
          <p className="text-ink-muted text-xs">{t('kicker')}</p>
          <h1 className="break-words font-semibold text-xl tracking-tight">{name}</h1>
          <p className="tabular text-ink-muted text-sm">{place.filter(Boolean).join(' · ')}</p>
        </div>
        {removedAt === null ? (
          <Link href={stationOnMapPath(stationId)} className={buttonClasses('secondary')}>
            <MapIcon size={16} aria-hidden />
            {t('onMap')}
          </Link>
        ) : null}
      </div>
      {removedAt === null ? null : (
        <Banner
          kind="info"
          title={t('removed', { date: new Date(removedAt * 1_000) })}
          className="mt-3 rounded-sm border"
        >
          {t('removedNote')}
        </Banner>
      )}
    </header>
  );
}
