import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { contentTypeOf } from '@/lib/api/apiFormat';
import { loadAskedCity } from '@/lib/api/askedCity';
import { aboutSystem } from '@/lib/api/cityAbout';
import { districtsRoute } from '@/lib/api/routes/districtsRoute';
import { answerTable } from '@/lib/api/table/answerTable';
import { wholeAnswer } from '@/lib/api/wholeAnswer';
import { webDatabase } from '@/lib/db/webDatabase';
import { readDistrictShapes } from '@/lib/stations/readDistrictShapes';

/** The districts of the city; as GeoJSON with their outlines, a level at a time. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, districtsRoute, context, async (asked) => {
    const view = await loadAskedCity(undefined);
    if (view instanceof Response) return view;
    const { systemId, districts } = view.base;
    const { level } = asked.query;
    if (asked.format === 'geojson') {
      return wholeAnswer(
        request,
        await readDistrictShapes(webDatabase().pool, systemId, level ?? 1),
        {
          'Content-Type': contentTypeOf('geojson'),
          'Cache-Control': 'private, no-cache',
        },
      );
    }
    return answerTable(asked, {
      name: 'districts',
      schema: districtsRoute.row,
      about: aboutSystem(view.base),
      batches: [districts.filter((one) => level === undefined || one.level === level)],
    });
  });
}
