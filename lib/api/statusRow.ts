import type { z } from 'zod';
import type { CityView } from '@/lib/pipeline/cityView';
import { stationRecords } from '@/lib/pipeline/stationRecord';
import { statusRowSchema } from './routes/statusRoute';

const FIELDS = Object.keys(statusRowSchema.shape) as (keyof typeof statusRowSchema.shape)[];

/** What stands at a station, without the judgement. */
export function statusRow(view: CityView, index: number): z.infer<typeof statusRowSchema> {
  const record = stationRecords(view, [index])[0]!;
  const entries = FIELDS.map((field) => [field, record[field]]);
  return Object.fromEntries(entries) as z.infer<typeof statusRowSchema>;
}
