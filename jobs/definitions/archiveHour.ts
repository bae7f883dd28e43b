import { z } from 'zod';
import { archiveDueHours } from '@/lib/pipeline/archiveDueHours';
import { MINUTE_MS } from '@/lib/units/clock';
import { defineJob } from '../runtime/jobDefinition';

/**
 * One Parquet file an hour, append-only. Twenty seconds past the hour: the fetch on the minute has
 * landed. At start: the hours that were missed.
 */
export const archiveHour = defineJob({
  name: 'archive-hour',
  queue: 'ingest',
  schedule: '20 0 * * * *',
  payload: z.object({}),
  options: { attempts: 6, backoffMs: MINUTE_MS },
  isEnabled: () => true,
  isDueAtStart: async () => true,
  async run({ pool, archive, systemId, clock, signal, completeHistory }) {
    // What is archived is never mended: after an outage the waiting fetches come first.
    await completeHistory();
    const nowAt = clock();
    const result = await archiveDueHours({ db: pool, store: archive, systemId, nowAt, signal });
    return { written: result.written.map((hour) => hour.key), present: result.present };
  },
});
