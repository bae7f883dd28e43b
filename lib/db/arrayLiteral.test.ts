import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrayLiteral, textArrayLiteral } from './arrayLiteral';
import { openTestDatabase } from './testDatabase';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function readBack(literal: string, type: string): Promise<unknown> {
  const { rows } = await database.pool.query(`SELECT $1::${type}[] AS value`, [literal]);
  return rows[0].value;
}

test('text of any kind comes back as it was', async () => {
  const texts = [
    '',
    ' ',
    'a',
    '007',
    'NULL',
    'null',
    null,
    'a,b',
    '{x}',
    '"',
    '\\',
    `\\"'$1`,
    'é🚲\n',
  ];
  expect(await readBack(textArrayLiteral(texts), 'text')).toEqual(texts);
});

test('numbers, booleans and nothing', async () => {
  const numbers = [0, -1.5, 48.865983, 1e-9, 1e21, null];
  expect(await readBack(arrayLiteral(numbers), 'float8')).toEqual(numbers);
  expect(await readBack(arrayLiteral([true, null, false]), 'bool')).toEqual([true, null, false]);
  expect(await readBack(arrayLiteral([]), 'int2')).toEqual([]);
});
