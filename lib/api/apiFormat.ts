export const API_FORMATS = ['json', 'ndjson', 'csv', 'geojson', 'parquet'] as const;
export type ApiFormat = (typeof API_FORMATS)[number];

/** As they are registered with IANA, where they are. */
export const MEDIA_TYPE: Readonly<Record<ApiFormat, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  parquet: 'application/vnd.apache.parquet',
};

/** The Content-Type to answer with. */
export function contentTypeOf(format: ApiFormat): string {
  return format === 'parquet' ? MEDIA_TYPE.parquet : `${MEDIA_TYPE[format]}; charset=utf-8`;
}

/**
 * The format that an Accept header wants most, of those offered; the first one offered where it
 * wants none of them, which every client can be told in words.
 *
 * @param accept the header (RFC 9110, 12.5.1)
 */
export function chooseFormat(accept: string | null, offered: readonly ApiFormat[]): ApiFormat {
  const wanted = (accept ?? '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .map(([type, ...parameters]) => ({ type, q: qualityOf(parameters) }))
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { type } of wanted) {
    const format = offered.find((one) => MEDIA_TYPE[one] === type);
    if (format) return format;
    if (type === '*/*') break;
  }
  return offered[0]!;
}

function qualityOf(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  return q === undefined ? 1 : Number(q.slice(2)) || 0;
}
