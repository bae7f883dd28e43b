import { z } from 'zod';
import { webInsights } from '@/app/(desk)/insights/webInsights';
import { permit } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { insightFilterSchema } from '@/lib/insights/insightFilter';
import { INSIGHT_TABLES } from '@/lib/insights/insightTables';
import { insightCsv } from '@/lib/pipeline/insightCsv';
import { readSystem } from '@/lib/stations/systemStore';

const tableSchema = z.object({ table: z.enum(INSIGHT_TABLES).default('stations') });

/** A table of the insights as CSV: all its rows, by the filter of the page's address. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'stations.export');
  if (user instanceof Response) return user;
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const table = tableSchema.safeParse(params);
  if (!table.success) return problem('badRequest', z.prettifyError(table.error));
  const filter = insightFilterSchema.safeParse(params);
  if (!filter.success) return problem('badRequest', z.prettifyError(filter.error));

  const [answer, system] = await Promise.all([
    webInsights(filter.data),
    readSystem(webDatabase().pool, env().SYSTEM_ID),
  ]);
  const csv =
    answer &&
    insightCsv(table.data.table, answer.insights, answer.feed, system?.simulation ?? null);
  return new Response(csv ?? '', {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${table.data.table}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
