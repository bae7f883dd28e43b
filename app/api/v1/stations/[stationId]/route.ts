import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { answerObject } from '@/lib/api/answerObject';
import { loadAskedCity } from '@/lib/api/askedCity';
import { aboutCity } from '@/lib/api/cityAbout';
import { stationRoute } from '@/lib/api/routes/stationRoute';
import { problem } from '@/lib/http/problem';
import { stationRecords } from '@/lib/pipeline/stationRecord';

/** One station with its status and judgement. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, stationRoute, context, async ({ params }) => {
    const view = await loadAskedCity(undefined);
    if (view instanceof Response) return view;
    const index = view.base.stations.stationId.indexOf(params.stationId);
    const [station] = index < 0 ? [] : stationRecords(view, [index]);
    if (!station) return problem('notFound', 'There is no such station.');
    return answerObject(request, { ...aboutCity(view), station });
  });
}
