import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { createLocalObjects } from '@/lib/archive/localObjectsStore';
import { readDueMonths } from '@/lib/archive/monthStore';
import { openAnalysis } from '@/lib/history/analysisStore';
import { ARCHIVE_CACHE_MAX_BYTES } from '@/lib/history/createHistoryReader';
import { compactArchive as compact } from '@/lib/pipeline/compactArchive';
import { MINUTE_MS } from '@/lib/units/clock';
import { defineJob } from '../runtime/jobDefinition';

/** A month of 1,500 stations is 1.1 million rows; what does not fit goes to disk. */
const MEMORY_MB = 512;

/** One sorted Parquet file a finished month, beside its hours; at start when some are due. */
export const compactArchive = defineJob({
  name: 'compact-archive',
  queue: 'compute',
  schedule: '47 0 * * *',
  payload: z.object({}),
  options: { attempts: 6, backoffMs: MINUTE_MS },
  isEnabled: () => true,
  isDueAtStart: async ({ pool, systemId, clock }) =>
    (await readDueMonths(pool, systemId, clock())).length > 0,
  async run({ pool, archive, systemId, env, clock, signal }) {
    const cacheDir = path.resolve(env.DATA_DIR, 'cache');
    await mkdir(cacheDir, { recursive: true });
    const maxBytes = ARCHIVE_CACHE_MAX_BYTES;
    const objects = createLocalObjects(archive, { cacheDir, maxBytes, clock });
    const tempDir = path.join(cacheDir, 'analysis');
    const analysis = openAnalysis({ tempDir, memoryMb: MEMORY_MB, threads: 1 });
    try {
      const made = await compact({
        ...{ db: pool, store: archive, objects, analysis, tempDir: cacheDir },
        ...{ systemId, nowAt: clock(), signal },
      });
      return { made: made.map(({ key }) => key) };
    } finally {
      await analysis.close();
    }
  },
});
