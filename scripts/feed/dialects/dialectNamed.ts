import type { Dialect, DialectName } from './dialect';
import { gbfs23Dialect } from './gbfs23';
import { gbfs30Dialect } from './gbfs30';
import { velibDialect } from './velib';

const DIALECTS: Record<DialectName, Dialect> = {
  velib: velibDialect,
  '2.3': gbfs23Dialect,
  '3.0': gbfs30Dialect,
};

export function dialectNamed(name: DialectName): Dialect {
  return DIALECTS[name];
}
