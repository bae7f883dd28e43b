'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { SEVERITIES, type Severity, UNKNOWN_REASONS } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { thresholdsOfStation } from '@/lib/pipeline/stationRules';
import { shortDistrictName } from '../canvas/districtShapes';

type Translator<Namespace extends 'map.list' | 'map.unknownReason' | 'map.severity'> = ReturnType<
  typeof useTranslations<Namespace>
>;

const OK = SEVERITIES.indexOf('ok');

export interface StationWords {
  severity(severity: Severity): string;
  /** "6 short"; empty where nothing is missing. */
  shortage(view: CityView, index: number): string;
  /** Marks a station that just became short. */
  news: string;
  /** "3 of 30", or why there is no count. */
  bikes(view: CityView, index: number): string;
  /** What helps a short station, why another is not judged, else where it is. */
  surroundings(view: CityView, index: number): string;
}

/** The short words of rows and tooltips: the same object until the language changes. */
export function useStationWords(): StationWords {
  const t = useTranslations('map.list');
  const reasons = useTranslations('map.unknownReason');
  const severities = useTranslations('map.severity');
  return useMemo(() => stationWords(t, reasons, severities), [t, reasons, severities]);
}

function stationWords(
  t: Translator<'map.list'>,
  reasons: Translator<'map.unknownReason'>,
  severities: Translator<'map.severity'>,
): StationWords {
  return {
    severity: (severity) => severities(severity),
    shortage(view, index) {
      const shortage = view.frame.assessment.shortage[index]!;
      return shortage > 0 ? t('short', { shortage }) : '';
    },
    news: t('justNow'),
    bikes(view, index) {
      const bikes = view.frame.status.numBikesAvailable[index] ?? null;
      const capacity = view.base.stations.capacity[index] ?? null;
      if (bikes === null) return t('noCount');
      return capacity === null ? t('bikesOnly', { bikes }) : t('bikes', { bikes, capacity });
    },
    surroundings(view, index) {
      const { assessment } = view.frame;
      const reason = assessment.unknownReason[index] ?? null;
      if (reason !== null) return reasons(UNKNOWN_REASONS[reason]!);
      if (assessment.severity[index]! >= OK) return districtName(view, index);
      const distanceM = assessment.nearestWithBikesM[index] ?? null;
      const isNear =
        distanceM !== null && distanceM <= thresholdsOfStation(view, index).thresholds.walkRadiusM;
      if (isNear) return t('covered', { distanceM });
      if (assessment.covered[index] === 1) {
        return t('coveredByVehicles', { vehicles: assessment.vehiclesNear[index]! });
      }
      return distanceM === null ? t('noneNear') : t('nearest', { distanceM });
    },
  };
}

/** The name of the station's district; empty outside all of them. */
export function districtName(view: CityView, index: number): string {
  const id = view.base.stations.districtId[index];
  const district = view.base.districts.find((candidate) => candidate.districtId === id);
  return district ? shortDistrictName(district.name) : '';
}
