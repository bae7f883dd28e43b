import { streamText } from '@/lib/http/streamText';
import type { ApiAsked } from '../answerApi';
import { type ApiFormat, contentTypeOf } from '../apiFormat';
import { wholeAnswer } from '../wholeAnswer';
import type { ApiTable } from './apiTable';
import { tablePieces } from './tablePieces';

/** What is downloaded rather than looked at. */
const FILES: readonly ApiFormat[] = ['csv', 'parquet'];

/** A table that fits in memory, such as a city's stations, as an answer with a tag. */
export async function answerTable(
  { request, format }: Pick<ApiAsked, 'request' | 'format'>,
  table: ApiTable,
  cacheControl = 'private, no-cache',
): Promise<Response> {
  const pieces: Uint8Array[] = [];
  for await (const piece of tablePieces(table, format)) {
    pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  }
  const body = new Uint8Array(Buffer.concat(pieces));
  return wholeAnswer(request, body, {
    ...tableHeaders(table, format),
    'Cache-Control': cacheControl,
  });
}

/** A table of any length: read as the client reads it, and no more once the client has left. */
export function streamTable({ format }: Pick<ApiAsked, 'format'>, table: ApiTable): Response {
  return new Response(streamText(tablePieces(table, format)), {
    headers: { ...tableHeaders(table, format), 'Cache-Control': 'private, no-store' },
  });
}

/** What an answer is, and what its data are, for formats that have no place for it. */
export function tableHeaders(
  { name, about }: Pick<ApiTable, 'name' | 'about'>,
  format: ApiFormat,
): Record<string, string> {
  const disposition = FILES.includes(format) ? 'attachment' : 'inline';
  return {
    'Content-Type': contentTypeOf(format),
    'Content-Disposition': `${disposition}; filename="${name}.${format}"`,
    'X-Limelight-System': String(about.systemId ?? ''),
    'X-Limelight-Simulation': String(about.simulation ?? 'none'),
    ...('fetchedAt' in about
      ? { 'X-Limelight-Fetched-At': String(about.fetchedAt ?? 'never') }
      : {}),
  };
}
