/**
 * One hue for uncovered shortage, none of the severities': purple of Okabe and Ito, from faint to
 * deep on paper and from deep to bright in the dark, so that more always stands further out.
 */
const STEPS = {
  light: [
    [204, 121, 167, 0.16],
    [197, 98, 156, 0.32],
    [176, 66, 138, 0.46],
    [142, 38, 114, 0.58],
    [96, 16, 82, 0.7],
  ],
  dark: [
    [150, 76, 122, 0.22],
    [178, 84, 142, 0.38],
    [206, 96, 162, 0.5],
    [232, 122, 186, 0.62],
    [255, 166, 214, 0.74],
  ],
} as const satisfies Record<string, readonly Rgba[]>;

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];
export type ScaleTheme = keyof typeof STEPS;

/**
 * Bikes short a square kilometre at which each class of districts begins. The same at all times and
 * places, so that two mornings or two cities can be compared.
 */
export const DISTRICT_BREAKS_PER_KM2 = [1, 3, 5, 8, 12] as const;
/** Where the heat is at its deepest. */
export const HEAT_FULL_PER_KM2 = 50;

export function scaleSteps(theme: ScaleTheme): readonly Rgba[] {
  return STEPS[theme];
}

/** The class of a district; -1 below the first: it is not coloured. */
export function districtClass(bikesPerKm2: number): number {
  return DISTRICT_BREAKS_PER_KM2.findLastIndex((from) => bikesPerKm2 >= from);
}

/**
 * The colour of the heat.
 *
 * @param share 0: nothing, 1: `HEAT_FULL_PER_KM2` or more
 */
export function heatColour(share: number, theme: ScaleTheme): Rgba {
  const steps = STEPS[theme];
  const at = Math.max(0, Math.min(1, share)) * steps.length;
  const above = steps[Math.min(steps.length - 1, Math.floor(at))]!;
  // Before the first step the heat fades in from nothing.
  const below: Rgba = at < 1 ? [above[0], above[1], above[2], 0] : steps[Math.floor(at) - 1]!;
  const part = at >= steps.length ? 1 : at - Math.floor(at);
  const mix = (k: 0 | 1 | 2 | 3) => below[k] + part * (above[k] - below[k]);
  return [mix(0), mix(1), mix(2), mix(3)];
}

export function cssColour([red, green, blue, alpha]: Rgba): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)} / ${alpha})`;
}
