import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { loadAskedCity, stationsOf } from '@/lib/api/askedCity';
import { aboutCity } from '@/lib/api/cityAbout';
import { stationsRoute } from '@/lib/api/routes/stationsRoute';
import { answerTable } from '@/lib/api/table/answerTable';
import { stationRecords } from '@/lib/pipeline/stationRecord';

/** Every station with its status and judgement, worst first. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, stationsRoute, context, async (asked) => {
    const view = await loadAskedCity(undefined);
    if (view instanceof Response) return view;
    return answerTable(asked, {
      name: 'stations',
      schema: stationsRoute.row,
      about: aboutCity(view),
      batches: [stationRecords(view, stationsOf(view, asked.query.district))],
    });
  });
}
