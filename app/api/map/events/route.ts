import { permit } from '@/lib/auth/guard';
import { webAccessWatch } from '@/lib/live/accessWatch';
import { openEventStream } from '@/lib/live/eventStream';
import { encodeEvent } from '@/lib/live/liveHub';
import { webCity } from '@/lib/live/webCity';

export const dynamic = 'force-dynamic';

const SESSION_CHECK_MS = 60_000;

/** Server-sent events for an open map: see docs/decisions/0002. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'map.read');
  if (user instanceof Response) return user;
  const { hub, loader, log } = webCity();
  const stream = openEventStream({
    hub,
    signal: request.signal,
    async first() {
      const city = await loader.load();
      return city && encodeEvent('frame', city.frameJson());
    },
    stillAllowed: async () => !((await permit(request, 'map.read')) instanceof Response),
    checkEveryMs: SESSION_CHECK_MS,
    onAccessChange: (check) => webAccessWatch().watch(user.id, check),
    onError: (error) => log.error({ err: error }, 'a map could not be given its first frame'),
  });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform keeps compression from holding events back.
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
