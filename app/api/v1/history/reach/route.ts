import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { answerObject } from '@/lib/api/answerObject';
import { loadAskedSystem } from '@/lib/api/askedSystem';
import { isoOf } from '@/lib/api/cityAbout';
import { historyReachRoute } from '@/lib/api/routes/historyReachRoute';
import { problem } from '@/lib/http/problem';
import { webHistory } from '@/lib/live/webHistory';

/** How far the past reaches. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, historyReachRoute, context, async () => {
    const about = await loadAskedSystem();
    if (about instanceof Response) return about;
    const reach = await webHistory().readReach();
    if (!reach) return problem('notFound', 'Nothing was ever stored.');
    return answerObject(request, {
      ...about,
      oldestAt: isoOf(reach.oldestAt),
      exactFromAt: isoOf(reach.exactFromAt),
      newestAt: isoOf(reach.newestAt),
    });
  });
}
