'use client';

import { useTranslations } from 'use-intl';
import { SEVERITIES, UNKNOWN_REASONS } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { shortDistrictName } from '../canvas/districtShapes';

const OK = SEVERITIES.indexOf('ok');

export interface StationWords {
  /** "3 of 30", or why there is no count. */
  bikes(view: CityView, index: number): string;
  /** What helps a short station, why another is not judged, else where it is. */
  surroundings(view: CityView, index: number): string;
}

/** The short words of rows and tooltips. */
export function useStationWords(): StationWords {
  const t = useTranslations('map.list');
  const reasons = useTranslations('map.unknownReason');
  return {
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
      const isNear = distanceM !== null && distanceM <= view.frame.thresholds.walkRadiusM;
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
