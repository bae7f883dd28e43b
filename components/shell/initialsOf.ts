/** One or two capital letters for a person: of the first and the last word of their name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : [words[0]!];
  return ends.map((word) => [...word][0]?.toLocaleUpperCase() ?? '').join('');
}
