export interface Stock {
  mechanical: number | null;
  ebikes: number | null;
  bikes: number | null;
  docks: number | null;
  capacity: number | null;
  target: number | null;
}

export interface StockShares {
  /** Shares of the bar's length, 0..1; together at most 1. */
  mechanical: number;
  ebikes: number;
  docks: number;
  /** Where the target's tick stands; null where there is none. */
  target: number | null;
}

/**
 * How long each part of a station's bar is. Bikes, docks and capacity do not add up at most
 * stations (broken docks, overflow parking), so the bar is as long as the largest claim.
 *
 * @returns null where there is nothing to draw
 */
export function stockShares(stock: Stock): StockShares | null {
  const bikes = stock.bikes ?? 0;
  const ebikes = Math.min(bikes, stock.ebikes ?? 0);
  const mechanical = bikes - ebikes;
  const docks = stock.docks ?? 0;
  const length = Math.max(stock.capacity ?? 0, bikes + docks, stock.target ?? 0);
  if (stock.bikes === null || length === 0) return null;
  return {
    mechanical: mechanical / length,
    ebikes: ebikes / length,
    docks: docks / length,
    target: stock.target === null || stock.target === 0 ? null : stock.target / length,
  };
}
