import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..', '..');
const METHOD = /^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gm;
const RENAMED = /^export \{[^}]*\bas (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b[^}]*\}/gm;

/** What the application answers under an address: `GET /map`, `POST /api/settings/preview`. */
export type Door = `${string} /${string}`;

/** Every door of the application, from its files: pages, handlers' methods, the manifest. */
export function applicationDoors(): Door[] {
  const files = readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' });
  return files.flatMap(doorsOf).sort();
}

function doorsOf(file: string): Door[] {
  const name = path.basename(file);
  if (name === 'manifest.ts') return ['GET /manifest.webmanifest'];
  const folders = path.dirname(file).split(path.sep);
  const address = `/${folders.filter((part) => !/^(\(.*\)|\.)$/.test(part)).join('/')}` as const;
  if (name === 'page.tsx') return [`GET ${address}`];
  if (name !== 'route.ts') return [];
  const source = readFileSync(path.join(ROOT, 'app', file), 'utf8');
  const methods = [...source.matchAll(METHOD), ...source.matchAll(RENAMED)];
  return methods.map(([, method]): Door => `${method} ${address}`);
}

/** A server action as the build knows it: the door that a form or a button posts to. */
export interface BuiltAction {
  /** As it is exported: `saveThresholds`. */
  name: string;
  id: string;
  /** A page it may be posted to: one that is open to everybody, if there is one. */
  address: string;
}

interface Manifest {
  node: Record<string, { exportedName: string; workers: Record<string, unknown> }>;
}

/**
 * Every server action that a page of the build can run.
 *
 * @param buildDir below the project's directory
 */
export function builtActions(buildDir: string): BuiltAction[] {
  const file = path.join(ROOT, buildDir, 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return Object.entries(node).map(([id, { exportedName, workers }]) => {
    const pages = Object.keys(workers).sort();
    const page = pages.find((name) => name.includes('(public)')) ?? pages[0] ?? 'app/page';
    const parts = page.split('/').slice(1, -1);
    return {
      name: exportedName,
      id,
      address: `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`,
    };
  });
}
