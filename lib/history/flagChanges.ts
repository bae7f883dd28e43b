import type { FlagChange } from '@/lib/stations/serviceChanges';
import type { StationSeries } from './stationSeries';

/** The rows of a series whose flags differ from the row before, oldest first. */
export function flagChangesOf({ samples }: Pick<StationSeries, 'samples'>): FlagChange[] {
  return samples.at.flatMap((at, row) => {
    const before = samples.flags[row - 1];
    const after = samples.flags[row]!;
    return before === undefined || before === after ? [] : [{ at, before, after }];
  });
}
