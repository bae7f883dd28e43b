/**
 * Text as people search it: lower case, no accents, ligatures opened, punctuation as one space,
 * so that "hotel de ville" finds "Hôtel-de-Ville" and "sacre coeur" finds "Sacré-Cœur".
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
