import { z } from 'zod';
import { auditFilterSchema } from '@/lib/audit/auditFilter';
import { walkAudit } from '@/lib/audit/auditLogStore';
import { AUDIT_FORMATS, exportAudit } from '@/lib/audit/exportAudit';
import { permit } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { streamText } from '@/lib/http/streamText';
import { readSystem } from '@/lib/stations/systemStore';

const querySchema = auditFilterSchema.extend({ format: z.enum(AUDIT_FORMATS).default('csv') });
const TYPE = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' };

/** The audit log as a file: everything that the filter lets through, newest first. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'audit.read');
  if (user instanceof Response) return user;
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problem('badRequest', z.prettifyError(query.error));

  const { format, ...filter } = query.data;
  const { pool } = webDatabase();
  const system = await readSystem(pool, env().SYSTEM_ID);
  const text = exportAudit(walkAudit(pool, filter, system?.timezone ?? 'UTC'), format);
  return new Response(streamText(text), {
    headers: {
      'Content-Type': TYPE[format],
      'Content-Disposition': `attachment; filename="audit.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
