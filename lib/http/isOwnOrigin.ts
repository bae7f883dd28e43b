/**
 * Whether a request that changes something comes from a page of ours. Browsers send Origin with
 * every such request; programs that are no browser send none and carry no cookie of a victim.
 *
 * @param origin the Origin header
 * @param fetchSite the Sec-Fetch-Site header
 * @param publicUrl the address people type
 */
export function isOwnOrigin(
  origin: string | null,
  fetchSite: string | null,
  publicUrl: string,
): boolean {
  if (origin !== null) return origin === new URL(publicUrl).origin;
  return fetchSite === null || fetchSite === 'same-origin';
}
