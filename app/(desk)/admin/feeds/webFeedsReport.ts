import { webProducer } from '@/app/webProducer';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import type { FeedsReport } from '@/lib/feeds/feedsReport';
import { makeFeedsReport } from '@/lib/feeds/makeFeedsReport';

/** How every job and feed is doing, as this web process sees it. @throws when the database is away */
export function webFeedsReport(): Promise<FeedsReport> {
  return makeFeedsReport({
    db: webDatabase().pool,
    systemId: env().SYSTEM_ID,
    clock: () => new Date(),
    listJobs: () => webProducer().listJobs(),
  });
}
