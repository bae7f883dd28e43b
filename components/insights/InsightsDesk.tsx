'use client';

import type { FeedReliability } from '@/lib/insights/feedReliability';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import type { Insights } from '@/lib/pipeline/loadInsights';
import { Answer } from './Answer';
import { Counted } from './Counted';
import { DistrictTable } from './DistrictTable';
import { FeedTrust } from './FeedTrust';
import { KeyFigures } from './KeyFigures';
import { StationTable } from './StationTable';
import { WeekHours } from './WeekHours';
import { WeekTable } from './WeekTable';

/** The answer to what is asked, from its sentence down to what it rests on. */
export function InsightsDesk({
  insights,
  feed,
  filter,
}: {
  /** With the stations that are shown at most. */
  insights: Insights;
  feed: FeedReliability;
  filter: InsightFilter;
}) {
  const { city, period, daysWithData, hasRates } = insights;
  const names = Object.fromEntries(
    insights.allDistricts.map(({ districtId, name }) => [districtId, name]),
  );
  return (
    <>
      <div className="flex flex-col gap-2">
        {city.days > 0 && <Answer city={city} filter={filter} />}
        <Counted period={period} days={city.days} daysWithData={daysWithData} hasRates={hasRates} />
      </div>
      {city.days > 0 && (
        <>
          <KeyFigures city={city} weekChange={insights.weekChange} />
          <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_380px]">
            <div className="flex min-w-0 flex-col gap-4">
              <StationTable
                key={JSON.stringify(filter)}
                rows={insights.stations}
                count={city.stations}
                filter={filter}
                districtNames={names}
              />
              {insights.allDistricts.length > 0 && (
                <DistrictTable rows={insights.districts} filter={filter} />
              )}
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <WeekHours
                weekHours={insights.weekHours}
                kindHours={insights.kindHours}
                hasRates={hasRates}
                filter={filter}
              />
              <WeekTable weeks={insights.weeks} filter={filter} />
            </div>
          </div>
        </>
      )}
      <FeedTrust feed={feed} filter={filter} />
    </>
  );
}
