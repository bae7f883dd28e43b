/** Datasets of opendata.paris.fr that carry the public bikes. */
export type OpendataDataset =
  | 'velib-disponibilite-en-temps-reel'
  | 'velib-emplacement-des-stations';

const API = '/api/explore/v2.1';

/**
 * The address that exports a whole dataset in one answer. Never `records`: it gives at most 100
 * rows a call, and paging without an order loses and repeats stations.
 *
 * @param baseUrl the site, its API, or its catalogue
 */
export function opendataExportUrl(baseUrl: string, dataset: OpendataDataset): string {
  const [site] = baseUrl.split(API);
  return `${site?.replace(/\/+$/, '')}${API}/catalog/datasets/${dataset}/exports/json`;
}
