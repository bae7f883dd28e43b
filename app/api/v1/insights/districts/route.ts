import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { loadAskedInsights } from '@/lib/api/askedInsights';
import { roundFigures } from '@/lib/api/roundFigures';
import { insightDistrictsRoute } from '@/lib/api/routes/insightDistrictsRoute';
import { answerTable } from '@/lib/api/table/answerTable';

/** The figures of the insights by district. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, insightDistrictsRoute, context, async (asked) => {
    const answer = await loadAskedInsights(asked.query);
    if (answer instanceof Response) return answer;
    const { insights, about } = answer;
    const rows = insights.districts;
    return answerTable(asked, {
      name: 'districts',
      schema: insightDistrictsRoute.row,
      about,
      batches: [rows.map(roundFigures)],
    });
  });
}
