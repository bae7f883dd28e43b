import './stock.css';
import { stockShares } from './stockShares';

export interface StockBarProps {
  mechanical: number | null;
  ebikes: number | null;
  bikes: number | null;
  docks: number | null;
  capacity: number | null;
  target: number | null;
}

/** Bikes by kind and free docks as one bar, with a tick at the target. The numbers stand beside it. */
export function StockBar(props: StockBarProps) {
  const shares = stockShares(props);
  if (!shares) return null;
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <div aria-hidden className="relative mt-2 h-3">
      <div className="flex h-full overflow-hidden rounded-[3px] bg-sunken">
        <span className="stock-mechanical" style={{ width: percent(shares.mechanical) }} />
        <span className="stock-ebike" style={{ width: percent(shares.ebikes) }} />
        <span className="stock-dock" style={{ width: percent(shares.docks) }} />
      </div>
      {shares.target === null ? null : (
        <span
          className="absolute -top-1 -bottom-1 w-0.5 -translate-x-1/2 rounded-full bg-ink"
          style={{ left: percent(shares.target) }}
        />
      )}
    </div>
  );
}
