const ASCII = /^[\x20-\x7e]*$/;

/**
 * Text as people search it: lower case, no accents, ligatures opened, punctuation as one space,
 * so that "hotel de ville" finds "Hôtel-de-Ville" and "sacre coeur" finds "Sacré-Cœur".
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Most names, and nearly all once their accents are gone, are spared the slow classes of letters.
  const plain = ASCII.test(lower) ? lower : withoutAccents(lower);
  const gaps = ASCII.test(plain) ? /[^a-z0-9]+/g : /[^\p{Letter}\p{Number}]+/gu;
  return plain.replace(gaps, ' ').trim();
}

function withoutAccents(lower: string): string {
  return lower
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
}
