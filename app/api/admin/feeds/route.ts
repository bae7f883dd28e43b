import { webFeedsReport } from '@/app/(desk)/admin/feeds/webFeedsReport';
import { permit } from '@/lib/auth/guard';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { createLog } from '@/lib/log/log';

/** How every job and feed is doing: what the open page asks for every few seconds. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'feeds.read');
  if (user instanceof Response) return user;
  try {
    return Response.json(await webFeedsReport(), {
      headers: { 'Cache-Control': 'private, no-store' },
    });
  } catch (error) {
    createLog(env().LOG_LEVEL, 'feeds').error({ err: error }, 'the feeds could not be read');
    return problem('unavailable');
  }
}
