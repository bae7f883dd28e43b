import { type KindRates, QUARTERS_A_DAY, type StationDaySummary } from './daySummary';

/**
 * The rentals that a station is expected to have lost in past hours, since it stood empty: the sum
 * over the quarter-hours of departures a minute times open minutes without a bike. The past form of
 * L = integral of mu(t) P(B(t)=0) dt (Raviv and Kolka 2013, doi 10.1080/0740817X.2013.770186), where
 * the probability is known to have been 0 or 1. A lower bound, since the rates are.
 *
 * @param fromQuarter 0..95, by the city's clock
 * @param toQuarter 1..96, not part of it
 * @returns rentals, 0 or more
 */
export function lostRentals(
  rates: Pick<KindRates, 'departuresPerMin'>,
  day: Pick<StationDaySummary, 'emptyMin'>,
  fromQuarter = 0,
  toQuarter = QUARTERS_A_DAY,
): number {
  let lost = 0;
  for (let q = fromQuarter; q < toQuarter; q++)
    lost += rates.departuresPerMin[q]! * day.emptyMin[q]!;
  return lost;
}
