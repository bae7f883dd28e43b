import { domainToUnicode } from 'node:url';

/** Letters of other scripts and the Latin letter each is taken for, lower case (after UTS 39). */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'аɑα',
  b: 'ьƅ',
  c: 'сϲᴄ',
  d: 'ԁɗ',
  e: 'еҽє',
  f: 'ƒք',
  g: 'ɡցǥ',
  h: 'һհ',
  i: 'іıɩιӏ',
  j: 'јϳ',
  k: 'кκ',
  l: 'ⅼǀ|ɭ',
  m: 'м',
  n: 'пոη',
  o: 'оοօσ',
  p: 'рρ',
  q: 'ԛգ',
  r: 'гᴦ',
  s: 'ѕꜱ',
  t: 'тτ',
  u: 'υսᴜ',
  v: 'ѵνᴠ',
  w: 'ѡԝωա',
  x: 'хχ',
  y: 'уүγყ',
  z: 'ᴢʐ',
};

/** What looks alike within plain Latin, in most typefaces. */
const LATIN_LOOKALIKES: readonly (readonly [string, string])[] = [
  ['0', 'o'],
  ['1', 'l'],
  ['rn', 'm'],
  ['vv', 'w'],
];

const LATIN_OF = new Map(
  Object.entries(LOOKALIKES).flatMap(([latin, others]) =>
    [...others].map((other) => [other, latin] as const),
  ),
);

/**
 * What an address looks like at a glance: two addresses of one skeleton are taken for each other. A
 * domain's `xn--` form is read as what browsers show for it.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
export function skeletonOf(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const shown = email.slice(0, at + 1) + (domainToUnicode(domain) || domain);
  const plain = [...shown.normalize('NFKC').trim().toLowerCase().normalize('NFD')]
    .map((letter) => LATIN_OF.get(letter) ?? letter)
    .join('')
    .replace(/[\p{M}\p{Cf}]/gu, '');
  return LATIN_LOOKALIKES.reduce((text, [pair, one]) => text.replaceAll(pair, one), plain);
}

/** The known address that an address would be taken for, other than itself; null where none is. */
export function lookalikeOf(email: string, known: readonly string[]): string | null {
  const skeleton = skeletonOf(email);
  return known.find((other) => other !== email && skeletonOf(other) === skeleton) ?? null;
}
