import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { loadAskedInsights } from '@/lib/api/askedInsights';
import { isoOf } from '@/lib/api/cityAbout';
import { roundFigures } from '@/lib/api/roundFigures';
import { insightStationsRoute } from '@/lib/api/routes/insightStationsRoute';
import { answerTable } from '@/lib/api/table/answerTable';

/** Stations by how often they ran empty over a period, worst first. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, insightStationsRoute, context, async (asked) => {
    const answer = await loadAskedInsights(asked.query);
    if (answer instanceof Response) return answer;
    const { insights, about } = answer;
    const rows = insights.stations.map((row) => ({ ...row, removedAt: isoOf(row.removedAt) }));
    return answerTable(asked, {
      name: 'stations',
      schema: insightStationsRoute.row,
      about,
      batches: [rows.map(roundFigures)],
    });
  });
}
