import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { MAX_LASTING_MIN } from '@/lib/alerts/alertCondition';
import { permit } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { streamText } from '@/lib/http/streamText';
import { webCity } from '@/lib/live/webCity';
import { webHistory } from '@/lib/live/webHistory';
import { sandboxTurns } from '@/lib/live/webSandbox';
import { askedPeriodSchema, spanOfPeriod } from '@/lib/pipeline/sandbox/askedPeriod';
import { runSandbox } from '@/lib/pipeline/sandbox/runSandbox';
import { sandboxLines } from '@/lib/pipeline/sandbox/sandboxLines';
import { parseSettingsDraft } from '@/lib/settings/parseSettingsDraft';
import { settingsDraftSchema } from '@/lib/settings/settingsDraft';
import { readSettings } from '@/lib/settings/settingsStore';

const bodySchema = z.object({
  draft: settingsDraftSchema,
  period: askedPeriodSchema,
  lastingMin: z.number().int().min(0).max(MAX_LASTING_MIN),
});

/** What a draft of the settings would have told in a period of the past, as lines of JSON. Saves nothing. */
export async function POST(request: Request): Promise<Response> {
  const user = await permit(request, 'settings.read');
  if (user instanceof Response) return user;
  const body = bodySchema.safeParse(await request.json().catch(() => null));
  if (!body.success) return problem('badRequest', z.prettifyError(body.error));
  const { draft, period, lastingMin } = body.data;
  const parsed = parseSettingsDraft(draft);
  if (parsed.kind === 'invalid') return problem('badRequest', 'The draft has errors.');

  const { loader, log } = webCity();
  const city = await loader.load();
  if (!city) return problem('unavailable', 'No data have been fetched yet.');
  const { base } = city.view;
  const asked = spanOfPeriod(period, base.timezone, Math.floor(Date.now() / 60_000) * 60);
  if (!asked) return problem('badRequest', 'The period is empty, or too long.');

  const { pool: db } = webDatabase();
  const systemId = env().SYSTEM_ID;
  const inForce = await readSettings(db, systemId);
  const sources = { db, systemId, reader: webHistory(), base, inForce, nextTurn };
  const lines = sandboxLines(
    () => runSandbox(sources, { draft: parsed.settings, asked, lastingMin }),
    {
      turns: sandboxTurns(),
      signal: request.signal,
      onError: (error) => log.error({ err: error }, 'a replay of the past failed'),
    },
  );
  return new Response(streamText(lines), {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      // no-transform keeps compression from holding lines back.
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
