import { type Rng, seededRng } from '@/lib/units/rng';
import type { CityLayout } from './cityLayout';

/** What stands at each station; index i as in the layout. Bikes are never made or lost here. */
export interface CityStock {
  mechanical: Int16Array;
  ebike: Int16Array;
  /** Broken bikes among them, which nobody takes. */
  phantom: Int16Array;
  /** Docks out of order: why bikes and docks do not add up to the capacity. */
  brokenDocks: Int16Array;
  isInstalled: Uint8Array;
  isRenting: Uint8Array;
  /** 0 at stations that stopped reporting long ago ("zombies"). */
  isReporting: Uint8Array;
}

const EBIKE_SHARE = 0.4;
const MEAN_FILL = 0.45;
/** How far commuting empties dormitories and fills offices between night and noon. */
const TIDE = 0.25;
const ZOMBIE_SHARE = 0.02;
const NOT_RENTING_SHARE = 0.01;
const NOT_INSTALLED_SHARE = 0.004;
const PHANTOM_SHARE = 0.25;
const BROKEN_DOCK_SHARE = 0.6;

/**
 * Fills a city as it is at an hour of a working day.
 *
 * @param localHour 0 to 24
 */
export function stockCity(layout: CityLayout, seed: number, localHour: number): CityStock {
  const rng = seededRng(seed + 1);
  const count = layout.capacity.length;
  const stock: CityStock = {
    mechanical: new Int16Array(count),
    ebike: new Int16Array(count),
    phantom: new Int16Array(count),
    brokenDocks: new Int16Array(count),
    isInstalled: new Uint8Array(count).fill(1),
    isRenting: new Uint8Array(count).fill(1),
    isReporting: new Uint8Array(count).fill(1),
  };
  // Bikes are at home at four in the morning and at work from eleven to four.
  const tide = Math.cos(((localHour - 4) / 24) * 2 * Math.PI);
  for (let i = 0; i < count; i += 1) {
    stock.brokenDocks[i] = rng() < BROKEN_DOCK_SHARE ? 1 + Math.floor(rng() * 3) : 0;
    const docks = layout.capacity[i]! - stock.brokenDocks[i]!;
    const fill = MEAN_FILL + TIDE * tide * (1 - 2 * layout.officeShare[i]!) + 0.5 * (rng() - 0.5);
    const bikes = Math.round(docks * Math.min(1, Math.max(0, fill)));
    stock.ebike[i] = shareOf(bikes, EBIKE_SHARE, rng);
    stock.mechanical[i] = bikes - stock.ebike[i]!;
    if (rng() < PHANTOM_SHARE) stock.phantom[i] = Math.min(bikes, 1 + Math.floor(rng() * 2));
    setService(stock, i, rng());
  }
  return stock;
}

function shareOf(bikes: number, share: number, rng: Rng): number {
  let taken = 0;
  for (let bike = 0; bike < bikes; bike += 1) if (rng() < share) taken += 1;
  return taken;
}

function setService(stock: CityStock, i: number, draw: number): void {
  if (draw < ZOMBIE_SHARE) stock.isReporting[i] = 0;
  else if (draw < ZOMBIE_SHARE + NOT_INSTALLED_SHARE) {
    stock.isInstalled[i] = 0;
    stock.isRenting[i] = 0;
  } else if (draw < ZOMBIE_SHARE + NOT_INSTALLED_SHARE + NOT_RENTING_SHARE) {
    stock.isRenting[i] = 0;
  }
}

/** Whether bikes come and go there. */
export function isInService(stock: CityStock, i: number): boolean {
  return stock.isRenting[i] === 1 && stock.isReporting[i] === 1;
}

export function bikesAt(stock: CityStock, i: number): number {
  return stock.mechanical[i]! + stock.ebike[i]!;
}

/** Bikes that somebody would take. */
export function usableBikesAt(stock: CityStock, i: number): number {
  return bikesAt(stock, i) - stock.phantom[i]!;
}
