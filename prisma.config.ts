import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's own engine is a download; ours speaks its protocol on the WASM build from npm.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve('scripts/prisma/schema-engine.mjs');

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // `generate` needs no database: the placeholder is never connected to.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/limelight' },
});
