import { z } from 'zod';

/** The numbers that hold for the whole city at all times, where no override says otherwise. */
export const settingValuesSchema = z.object({
  /** Bikes a station should hold whatever its size, 0..50. */
  minBikes: z.number().int().min(0).max(50),
  /** Share of its capacity a station should hold, 0..1. */
  targetRatio: z.number().min(0).max(1),
  /** `empty` at this many usable bikes or fewer, 0..10. */
  emptyBikes: z.number().int().min(0).max(10),
  /** `critical` at this share of the target or less, 0..1. */
  criticalShare: z.number().min(0).max(1),
  /** A report this many minutes behind the feed-wide median makes a station unknown, 5..1440. */
  staleAfterMin: z.number().int().min(5).max(1440),
  /** How far people walk to another station or vehicle, metres, 50..1000. */
  walkRadiusM: z.number().int().min(50).max(1000),
  /** Usable bikes a neighbour must hold to count as cover, 1..20. */
  coverMinBikes: z.number().int().min(1).max(20),
  /** Own vehicles that must stand within the walk to count as cover, 1..20. */
  coverMinVehicles: z.number().int().min(1).max(20),
  /** How long the change log is kept, days, 7..3650. The archive is never deleted. */
  retentionDays: z.number().int().min(7).max(3650),
});

export type SettingValues = z.infer<typeof settingValuesSchema>;
export type SettingName = keyof SettingValues;

/** What a station is judged by. */
export type Thresholds = Omit<SettingValues, 'retentionDays'>;
