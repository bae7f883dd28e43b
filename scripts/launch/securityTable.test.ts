import fs from 'node:fs';
import { expect, it } from 'vitest';

/** The requirements of levels 1 and 2 of OWASP ASVS 5.0.0: the numbers by section. */
const REQUIREMENTS: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
  ...{ '17.1': 1, '17.2': 4, '17.3': 2 },
};
const STATES = ['met', 'part', '**unmet**', 'operator', 'none'];

const text = fs.readFileSync('docs/security.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', about = '', state = '', proof = '']) => ({ id, about, state, proof }));

it('has a row for every requirement of the levels, in their order', () => {
  const ids = Object.entries(REQUIREMENTS).flatMap(([section, numbers]) =>
    Array.from({ length: numbers }, (_, i) => `${section}.${i + 1}`),
  );
  expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort());
});

it('says of each what is the case, and by what', () => {
  for (const { id, about, state, proof } of rows) {
    expect(STATES, id).toContain(state);
    expect(about.length, id).toBeGreaterThan(2);
    expect(proof.length, id).toBeGreaterThan(2);
  }
});

it('names only files that are there, and only tests that are in them', () => {
  const named = rows.flatMap(({ id, proof }) =>
    [...proof.matchAll(/`([\w./-]+\.(?:ts|mjs|tsx))`(?:: ([^;|]+?))?(?= \(|[;:|)]|$)/g)].map(
      ([, file = '', title]) => ({ id, file, title }),
    ),
  );
  expect(named.length).toBeGreaterThan(80);
  for (const { id, file, title } of named) {
    expect(fs.existsSync(file), `${id}: ${file}`).toBe(true);
    if (title && /\.(test|spec)\.ts$/.test(file))
      expect(fs.readFileSync(file, 'utf8'), `${id}: ${file}`).toContain(title.trim());
  }
});

it('links to what is there', () => {
  for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)/g))
    expect(fs.existsSync(`docs/${target}`), target).toBe(true);
});
