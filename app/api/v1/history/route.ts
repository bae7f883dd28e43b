import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { answerHistory } from '@/lib/api/answerHistory';
import { loadAskedSystem } from '@/lib/api/askedSystem';
import { historyRoute } from '@/lib/api/routes/historyRoute';
import { webHistory } from '@/lib/live/webHistory';

/** Every observation of a span, of all stations or of some: JSON in pages, files as streams. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, historyRoute, context, async (asked) => {
    const about = await loadAskedSystem();
    return about instanceof Response ? about : answerHistory(asked, webHistory(), about);
  });
}
