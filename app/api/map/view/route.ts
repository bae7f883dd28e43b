import { permit } from '@/lib/auth/guard';
import { problem } from '@/lib/http/problem';
import { webCity } from '@/lib/live/webCity';

/** The whole city as the map page receives it: for maps whose stations are out of date. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'map.read');
  if (user instanceof Response) return user;
  const city = await webCity().loader.load();
  if (!city) return problem('unavailable', 'No data have been fetched yet.');
  return new Response(city.viewJson(), {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'private, no-store' },
  });
}
