/** What the pages of this deployment may load. */
export interface ContentPolicy {
  /** Fresh for each answer. */
  nonce: string;
  /** Leaflet template of the base map; undefined: no tiles. */
  tileUrl: string | undefined;
  isDevelopment: boolean;
  /** Whether people reach us over https. */
  isHttps: boolean;
}

/**
 * The Content-Security-Policy of a page. Scripts run by nonce alone; 'strict-dynamic' lets those
 * load their chunks. Style attributes stay allowed (`style-src-attr`): React writes them into
 * server-rendered markup, and they can load nothing that img-src and font-src do not allow.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(policy: ContentPolicy): string {
  const { nonce, isDevelopment, isHttps } = policy;
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    'style-src': ["'self'", ...(isDevelopment ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`])],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...tileSources(policy.tileUrl)],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(isDevelopment ? ['ws:'] : [])],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/**
 * The hosts tiles come from, as CSP sources: `https://{s}.tile.example/{z}/{x}/{y}.png` gives
 * `https://*.tile.example`. A template of our own origin needs none; one that is no URL gives none.
 */
export function tileSources(template: string | undefined): string[] {
  if (!template || template === 'none' || template.startsWith('/')) return [];
  const match = /^(https?):\/\/([^/?#]+)/i.exec(template);
  if (!match) return [];
  const host = match[2]!.replace(/\{[a-z]+\}/gi, '*').toLowerCase();
  // A wildcard may only be the whole first label.
  const source = host.replace(/^[^.]*\*[^.]*(?=\.)/, '*');
  return /^(\*\.)?[a-z0-9.-]+(:\d+)?$/.test(source)
    ? [`${match[1]!.toLowerCase()}://${source}`]
    : [];
}
