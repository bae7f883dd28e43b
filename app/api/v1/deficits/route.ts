import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { loadAskedCity, stationsOf } from '@/lib/api/askedCity';
import { aboutCity } from '@/lib/api/cityAbout';
import { cityCacheControl } from '@/lib/api/cityCacheControl';
import { deficitsRoute } from '@/lib/api/routes/deficitsRoute';
import { answerTable } from '@/lib/api/table/answerTable';
import { SEVERITIES } from '@/lib/deficit/assessment';
import { stationRecords } from '@/lib/pipeline/stationRecord';

/** The stations that are short of bikes, worst first: now, or at a minute of the past. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, deficitsRoute, context, async (asked) => {
    const { at, district, severity, covered } = asked.query;
    const view = await loadAskedCity(at);
    if (view instanceof Response) return view;
    const worstFirst = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
    const rows = stationRecords(view, stationsOf(view, district)).filter(
      (one) =>
        worstFirst.includes(one.severity) &&
        (covered === undefined || one.covered === (covered === 'true')),
    );
    const about = aboutCity(view);
    const table = { name: 'deficits', schema: deficitsRoute.row, about, batches: [rows] };
    return answerTable(asked, table, cityCacheControl(view));
  });
}
