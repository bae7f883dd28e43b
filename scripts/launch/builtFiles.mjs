import path from 'node:path';
import sirv from 'sirv';

const BUILT = '/_next/static/';

/**
 * Serves the files of a build, whose names change with their content, as they were compressed at
 * the build (see compressBuild).
 *
 * @param {string} dist the build's directory
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 *   whether it was such a file's address; else nothing was done
 */
export function builtFiles(dist) {
  const serve = sirv(path.join(dist, 'static'), {
    ...{ etag: true, immutable: true, maxAge: 365 * 24 * 60 * 60, brotli: true, gzip: true },
    setHeaders: (response) => response.setHeader('X-Content-Type-Options', 'nosniff'),
  });
  return (request, response) => {
    const { url } = request;
    if (!url?.startsWith(BUILT)) return false;
    request.url = url.slice(BUILT.length - 1);
    serve(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
    return true;
  };
}
