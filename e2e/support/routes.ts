import { readdirSync } from 'node:fs';
import path from 'node:path';

const APP_DIR = path.join(import.meta.dirname, '..', '..', 'app');

/** Every address that the application answers under, from its files: `/map`, `/api/ready`. */
export function applicationRoutes(): string[] {
  const files = readdirSync(APP_DIR, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /(^|[/\\])(page\.tsx|route\.ts)$/.test(file))
    .map((file) => path.dirname(file).split(path.sep))
    .map((parts) => `/${parts.filter((part) => !/^(\(.*\)|\.)$/.test(part)).join('/')}`)
    .sort();
}
