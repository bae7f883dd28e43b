import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { loadAskedInsights } from '@/lib/api/askedInsights';
import { roundFigures } from '@/lib/api/roundFigures';
import { insightWeeksRoute } from '@/lib/api/routes/insightWeeksRoute';
import { answerTable } from '@/lib/api/table/answerTable';

/** The asked days and hours week by week, oldest first. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, insightWeeksRoute, context, async (asked) => {
    const answer = await loadAskedInsights(asked.query);
    if (answer instanceof Response) return answer;
    const { insights, about } = answer;
    const rows = insights.weeks;
    return answerTable(asked, {
      name: 'weeks',
      schema: insightWeeksRoute.row,
      about,
      batches: [rows.map(roundFigures)],
    });
  });
}
