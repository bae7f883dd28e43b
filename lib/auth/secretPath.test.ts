import { expect, it } from 'vitest';
import { isSecretPath } from './secretPath';

it.each([
  ['/invite/c2VjcmV0', true],
  ['/reset/c2VjcmV0', true],
  ['/invite', false],
  ['/invite/', false],
  ['/reset/c2VjcmV0/more', false],
  ['/invite/../settings/x', false],
  ['//invite/c2VjcmV0', false],
  ['/INVITE/c2VjcmV0', false],
])('%s: %s', (path, isSecret) => expect(isSecretPath(path)).toBe(isSecret));
