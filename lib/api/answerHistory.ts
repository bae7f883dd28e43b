import type { HistoryReader } from '@/lib/history/historyReader';
import { problem } from '@/lib/http/problem';
import type { ApiAsked } from './answerApi';
import { readAskedSpan } from './askedSpan';
import { isoOf } from './cityAbout';
import { cursorOf, readCursor, readHistoryPage, streamHistoryRows } from './historyRows';
import { historyRoute } from './routes/historyRoute';
import { answerTable, streamTable } from './table/answerTable';
import type { TableAbout } from './table/apiTable';

type Asked = ApiAsked<typeof historyRoute.query, typeof historyRoute.params>;

/**
 * A span of the past: JSON page by page, other formats as they are read.
 *
 * @param about whose stations these are
 */
export async function answerHistory(
  asked: Asked,
  reader: HistoryReader,
  about: TableAbout,
): Promise<Response> {
  const { stationId, limit, cursor } = asked.query;
  const span = readAskedSpan(asked.query);
  if (span instanceof Response) return span;
  const table = {
    name: 'history',
    schema: historyRoute.row,
    about: { ...about, from: isoOf(span.fromAt), to: isoOf(span.toAt) },
  };
  if (asked.format !== 'json') {
    return streamTable(asked, { ...table, batches: streamHistoryRows(reader, span, stationId) });
  }
  const afterAt = cursor === undefined ? null : readCursor(cursor, span);
  if (cursor !== undefined && afterAt === null) {
    return problem('badRequest', 'cursor is none of this span.');
  }
  const { rows, endsAt } = await readHistoryPage(reader, span, stationId, { afterAt, limit });
  const nextCursor = endsAt === null ? null : cursorOf(endsAt);
  return answerTable(asked, { ...table, about: { ...table.about, nextCursor }, batches: [rows] });
}
