/** Headers of every answer, pages and API alike. The content policy of pages comes on top. */
export function securityHeaders({ isHttps }: { isHttps: boolean }): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy':
      'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Two years, as browsers' preload lists ask; without sub-domains, which may not be ours.
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=63072000' } : {}),
  };
}
