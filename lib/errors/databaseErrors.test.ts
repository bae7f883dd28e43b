import { describe, expect, test } from 'vitest';
import { isDatabaseAway } from './databaseErrors';
import { describeError } from './describeError';

const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('isDatabaseAway', () => {
  test.each([
    ['a refused connection', withCode('ECONNREFUSED')],
    ['a broken pipe, whose code looks like an SQLSTATE', withCode('EPIPE')],
    ['no free connection in the pool', new Error('timeout exceeded when trying to connect')],
    ['an administrator’s shutdown', withCode('57P01')],
    ['too many connections', withCode('53300')],
    ['a server that only reads', withCode('25006')],
    ['a deadlock', withCode('40P01')],
  ])('%s', (_, error) => expect(isDatabaseAway(error)).toBe(true));

  test.each([
    ['a number out of range', withCode('22003')],
    ['a broken constraint', withCode('23505')],
    ['a mistake in the program', new TypeError('x is undefined')],
    ['no error at all', 'text'],
  ])('not %s', (_, error) => expect(isDatabaseAway(error)).toBe(false));
});

test('describeError says every refusal of an AggregateError', () => {
  const both = new AggregateError([new Error('::1 refused'), new Error('127.0.0.1 refused')]);
  expect(describeError(both)).toBe('::1 refused; 127.0.0.1 refused');
  expect(describeError(new RangeError())).toBe('RangeError');
});
