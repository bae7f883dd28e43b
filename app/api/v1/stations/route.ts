import { z } from 'zod';
import { permit } from '@/lib/auth/guard';
import { problem } from '@/lib/http/problem';
import { webCity } from '@/lib/live/webCity';
import { EXPORT_FORMATS, exportStations } from '@/lib/pipeline/exportStations';

const querySchema = z.object({ format: z.enum(EXPORT_FORMATS).default('json') });

/** Every station with its status and judgement, worst first. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'stations.export');
  if (user instanceof Response) return user;
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problem('badRequest', `format must be ${EXPORT_FORMATS.join(', ')}.`);

  const city = await webCity().loader.load();
  if (!city) return problem('unavailable', 'No data have been fetched yet.');
  const { format } = query.data;
  const { contentType, body, about } = exportStations(city.view, format);
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="stations.${format}"`,
      'Cache-Control': 'private, no-store',
      'X-Limelight-System': about.systemId,
      'X-Limelight-Simulation': about.simulation ?? 'none',
      'X-Limelight-Fetched-At': about.fetchedAt ?? 'never',
    },
  });
}
