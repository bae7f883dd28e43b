/**
 * One hue for uncovered shortage, none of the severities': purple of Okabe and Ito, from faint to
 * deep on paper and from deep to bright in the dark, so that more always stands further out.
 */
const STEPS = {
  light: [
    [204, 121, 167, 0.2],
    [197, 98, 156, 0.32],
    [176, 66, 138, 0.46],
    [142, 38, 114, 0.58],
    [96, 16, 82, 0.7],
  ],
  dark: [
    [160, 78, 128, 0.3],
    [184, 86, 146, 0.44],
    [208, 98, 166, 0.56],
    [232, 122, 186, 0.62],
    [255, 166, 214, 0.74],
  ],
} as const satisfies Record<string, readonly Rgba[]>;

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];
export type ScaleTheme = keyof typeof STEPS;

/**
 * Uncovered bikes at which each class of districts begins: of arrondissements, and of their parts
 * nearer by. The same at all times, so that two mornings can be compared.
 */
export const DISTRICT_BREAKS = {
  coarse: [10, 20, 40, 60, 90],
  fine: [2, 5, 10, 15, 25],
} as const;
/** Where the heat is at its deepest, bikes a square kilometre. */
export const HEAT_FULL_PER_KM2 = 25;

export function scaleSteps(theme: ScaleTheme): readonly Rgba[] {
  return STEPS[theme];
}

/** The class of a district; -1 below the first: it is not coloured. */
export function districtClass(bikes: number, level: keyof typeof DISTRICT_BREAKS): number {
  return DISTRICT_BREAKS[level].findLastIndex((from) => bikes >= from);
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
