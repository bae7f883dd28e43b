import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { readAskedSpan } from '@/lib/api/askedSpan';
import { loadAskedSystem } from '@/lib/api/askedSystem';
import { isoOf } from '@/lib/api/cityAbout';
import { historyGapsRoute } from '@/lib/api/routes/historyGapsRoute';
import { answerTable } from '@/lib/api/table/answerTable';
import { webHistory } from '@/lib/live/webHistory';

/** Where nobody looked at the city during a span. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, historyGapsRoute, context, async (asked) => {
    const span = readAskedSpan(asked.query);
    if (span instanceof Response) return span;
    const about = await loadAskedSystem();
    if (about instanceof Response) return about;
    const gaps = await webHistory().readUnobserved(span);
    return answerTable(asked, {
      name: 'gaps',
      schema: historyGapsRoute.row,
      about,
      batches: [gaps.map(({ fromAt, toAt }) => ({ from: isoOf(fromAt), to: isoOf(toAt) }))],
    });
  });
}
