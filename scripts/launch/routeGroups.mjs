import fs from 'node:fs';
import path from 'node:path';

/**
 * Tells which page or handler an address belongs to, as the build knows them: `/api/auth/[...nextauth]`,
 * never the address itself, which may hold a token or be anything.
 *
 * @param {string} dist the build's directory; a development server's has no list, and all is "other"
 * @returns {(url: string) => string}
 */
export function routeGroups(dist) {
  const routes = readRoutes(path.join(dist, 'routes-manifest.json'));
  return (url) => {
    const pathname = url.split('?', 1)[0] ?? '';
    if (pathname.startsWith('/_next/')) return 'built files';
    return routes.find(({ regex }) => regex.test(pathname))?.page ?? 'other';
  };
}

/**
 * @param {string} file
 * @returns {{page: string, regex: RegExp}[]}
 */
function readRoutes(file) {
  if (!fs.existsSync(file)) return [];
  const { staticRoutes, dynamicRoutes } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    regex: new RegExp(regex),
  }));
}
