import { countUnread } from '@/lib/alerts/inboxStore';
import { permit } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';

/** How many of the person's own digests nobody has marked as read: what the bell shows. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'alerts.own');
  if (user instanceof Response) return user;
  const unread = await countUnread(webDatabase().pool, env().SYSTEM_ID, user.id);
  return Response.json({ unread }, { headers: { 'Cache-Control': 'private, no-store' } });
}
