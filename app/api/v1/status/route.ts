import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { loadAskedCity, stationsOf } from '@/lib/api/askedCity';
import { aboutCity } from '@/lib/api/cityAbout';
import { cityCacheControl } from '@/lib/api/cityCacheControl';
import { statusRoute } from '@/lib/api/routes/statusRoute';
import { statusRow } from '@/lib/api/statusRow';
import { answerTable } from '@/lib/api/table/answerTable';

/** What stands at every station, now or at a minute of the past. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, statusRoute, context, async (asked) => {
    const { at, district } = asked.query;
    const view = await loadAskedCity(at);
    if (view instanceof Response) return view;
    const table = {
      name: 'status',
      schema: statusRoute.row,
      about: aboutCity(view),
      batches: [stationsOf(view, district).map((i) => statusRow(view, i))],
    };
    return answerTable(asked, table, cityCacheControl(view));
  });
}
