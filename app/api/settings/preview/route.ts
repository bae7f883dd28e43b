import { z } from 'zod';
import { permit } from '@/lib/auth/guard';
import { problem } from '@/lib/http/problem';
import { webCity } from '@/lib/live/webCity';
import { previewSettings } from '@/lib/pipeline/previewSettings';
import { parseSettingsDraft } from '@/lib/settings/parseSettingsDraft';
import { settingsDraftSchema } from '@/lib/settings/settingsDraft';

const bodySchema = z.object({
  draft: settingsDraftSchema,
  /** `now`, `none` for outside of all windows, or a window of the draft. */
  moment: z.string().max(40),
});

/** What a draft of the settings would make of the present snapshot. Saves nothing. */
export async function POST(request: Request): Promise<Response> {
  const user = await permit(request, 'settings.write');
  if (user instanceof Response) return user;
  const body = bodySchema.safeParse(await request.json().catch(() => null));
  if (!body.success) return problem('badRequest', 'Send {"draft": ..., "moment": "now"} as JSON.');
  const { draft, moment } = body.data;
  const parsed = parseSettingsDraft(draft);
  if (parsed.kind === 'invalid') return problem('badRequest', 'The draft has errors.');

  const city = await webCity().loader.load();
  if (!city) return problem('unavailable', 'No data have been fetched yet.');
  const preview = previewSettings(
    city,
    parsed.settings,
    moment === 'now'
      ? { kind: 'at', instant: new Date() }
      : { kind: 'window', windowId: moment === 'none' ? null : moment },
  );
  return Response.json(preview, { headers: { 'Cache-Control': 'private, no-store' } });
}
