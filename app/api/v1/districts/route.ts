import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { loadAskedCity } from '@/lib/api/askedCity';
import { aboutSystem } from '@/lib/api/cityAbout';
import { districtsRoute } from '@/lib/api/routes/districtsRoute';
import { answerTable, tableHeaders } from '@/lib/api/table/answerTable';
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
    const file = { name: 'districts', about: aboutSystem(view.base) };
    if (asked.format === 'geojson') {
      const shapes = await readDistrictShapes(webDatabase().pool, systemId, level ?? 1);
      return wholeAnswer(request, shapes, {
        ...tableHeaders(file, 'geojson'),
        'Cache-Control': 'private, no-cache',
      });
    }
    return answerTable(asked, {
      ...file,
      schema: districtsRoute.row,
      batches: [districts.filter((one) => level === undefined || one.level === level)],
    });
  });
}
