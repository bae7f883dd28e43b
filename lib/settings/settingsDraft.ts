import { z } from 'zod';
import type { OverridableName } from './overridable';
import { settingFields, toShown } from './settingFields';
import type { Settings } from './settings';
import type { SettingName } from './settingValues';

const text = z.string().max(200);
const nameless = z.record(z.string(), text);

/** A draft's shape alone; parseSettingsDraft judges what stands in it. */
export const settingsDraftSchema = z.object({
  values: nameless.transform((values) => values as Record<SettingName, string>),
  windows: z
    .array(
      z.object({
        windowId: z.string().regex(/^[a-z0-9-]{1,40}$/),
        name: text,
        days: z.array(z.number().int().min(1).max(7)).max(7),
        /** As a clock shows it, "07:30". */
        from: text,
        to: text,
      }),
    )
    .max(100),
  overrides: z
    .array(
      z.object({
        districtId: z.string().min(1).max(200).nullable(),
        windowId: z.string().max(40).nullable(),
        values: nameless.transform((values) => values as Partial<Record<OverridableName, string>>),
      }),
    )
    .max(1000),
});

/** Settings as they stand in the form: texts as people type them, right or wrong. */
export type SettingsDraft = z.infer<typeof settingsDraftSchema>;
export type WindowDraft = SettingsDraft['windows'][number];
export type OverrideDraft = SettingsDraft['overrides'][number];

/** What the form shows of a version. */
export function draftOf(settings: Settings): SettingsDraft {
  const shown = settingFields.map(({ name, unit }) => [
    name,
    String(toShown(unit, settings[name])),
  ]);
  return {
    values: Object.fromEntries(shown) as Record<SettingName, string>,
    windows: settings.windows.map(({ windowId, name, days, fromMin, toMin }) => ({
      ...{ windowId, name, days },
      from: clockText(fromMin),
      to: clockText(toMin),
    })),
    overrides: settings.overrides.map(({ districtId, windowId, values }) => ({
      districtId,
      windowId,
      values: Object.fromEntries(
        settingFields.flatMap(({ name, unit }) => {
          const value = (values as Partial<Record<SettingName, number>>)[name];
          return value === undefined ? [] : [[name, String(toShown(unit, value))]];
        }),
      ),
    })),
  };
}

/** Windows by when they begin, overrides by place and time, whoever added which first. */
export function sortDraft(draft: SettingsDraft): SettingsDraft {
  return {
    values: draft.values,
    windows: draft.windows.toSorted(
      (a, b) => compare(a.from, b.from) || compare(a.windowId, b.windowId),
    ),
    overrides: draft.overrides.toSorted(
      (a, b) =>
        compare(a.districtId ?? '', b.districtId ?? '') ||
        compare(a.windowId ?? '', b.windowId ?? ''),
    ),
  };
}

/** Minutes after midnight as a clock shows them: 450 is "07:30". */
export function clockText(minuteOfDay: number): string {
  const [hours, minutes] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
