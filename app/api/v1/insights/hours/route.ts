import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { loadAskedInsights } from '@/lib/api/askedInsights';
import { roundFigures } from '@/lib/api/roundFigures';
import { insightHoursRoute } from '@/lib/api/routes/insightHoursRoute';
import { answerTable } from '@/lib/api/table/answerTable';

/** The hours of the week: how much of the open time was empty. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, insightHoursRoute, context, async (asked) => {
    const answer = await loadAskedInsights(asked.query);
    if (answer instanceof Response) return answer;
    const { insights, about } = answer;
    const rows = insights.weekHours.flatMap((hours, day) =>
      hours.map((figures, hour) => ({ weekday: day + 1, hour, ...figures })),
    );
    return answerTable(asked, {
      name: 'hours',
      schema: insightHoursRoute.row,
      about,
      batches: [rows.map(roundFigures)],
    });
  });
}
