import { expect, it } from 'vitest';
import { loggedPath } from './loggedPath.mjs';

it.each([
  ['/map?station=12', '/map'],
  ['/invite/c2VjcmV0', '/invite/[token]'],
  ['/reset/c2VjcmV0?x=1', '/reset/[token]'],
  ['/reset/c2VjcmV0/more', '/reset/[token]/more'],
  ['/sign-in?callbackUrl=%2Freset%2Fc2VjcmV0', '/sign-in'],
  [undefined, ''],
])('%s is logged as %s', (url, logged) => expect(loggedPath(url)).toBe(logged));
