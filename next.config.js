/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.LIMELIGHT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  compress: false, // the server of scripts/web.mjs does, at a third of the CPU
  // Leaflet draws on its own canvas; the image optimiser is attack surface we do not use.
  images: { unoptimized: true },
  // forbidden(): a page that a role may not open answers 403, in our words.
  experimental: { authInterrupts: true },
  serverExternalPackages: [
    '@duckdb/node-api',
    '@node-rs/argon2',
    'pg',
    'bullmq',
    'ioredis',
    'pino',
    'prom-client',
  ],
  // Pages get their headers from the proxy, which built files do not pass.
  headers: async () => [
    {
      source: '/_next/static/:path*',
      headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
    },
  ],
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types with TypeScript 7, once
};
