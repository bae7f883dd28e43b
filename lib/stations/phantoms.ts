/** What one station's change log says over the phantom window. */
export interface PhantomWindow {
  stationId: string;
  /** The fewest bikes the station held at any moment of the window. */
  minBikes: number;
  /** Bikes that left: the sum of all decreases, a lower bound since arrivals hide departures. */
  departures: number;
  /** Hours of the window for which the station's count is known. */
  observedH: number;
}

export interface PhantomEstimate {
  stationId: string;
  phantomBikes: number;
  /** Hours the estimate rests on, whole. */
  windowH: number;
}

/** How far back to look, hours: long enough to tell a slow weekend from broken bikes. */
export const PHANTOM_WINDOW_H = 72;
/** Less history than this says nothing, hours. */
export const PHANTOM_MIN_OBSERVED_H = 48;
/** A station turns over when at least this many bikes left in the window... */
const MIN_DEPARTURES = 12;
/**
 * ...and this many for each bike that stayed. Of k sound bikes taken at random, one outstays 5k
 * departures with a chance of about e^-5, under 1%; a large half-idle station proves nothing.
 */
const MIN_DEPARTURES_PER_PHANTOM = 5;

/**
 * Estimates the bikes that never leave: the minimum over the window at a station that otherwise
 * turns over (DOMAIN.md, measure 2). An estimate, to be labelled so wherever it is shown.
 *
 * @returns one entry a window, 0 phantoms where the history is too short or too quiet to tell
 */
export function estimatePhantoms(windows: readonly PhantomWindow[]): PhantomEstimate[] {
  return windows.map(({ stationId, minBikes, departures, observedH }) => ({
    stationId,
    phantomBikes:
      observedH >= PHANTOM_MIN_OBSERVED_H && turnsOver(departures, minBikes)
        ? Math.max(0, minBikes)
        : 0,
    windowH: Math.floor(observedH),
  }));
}

function turnsOver(departures: number, minBikes: number): boolean {
  return departures >= Math.max(MIN_DEPARTURES, MIN_DEPARTURES_PER_PHANTOM * minBikes);
}
