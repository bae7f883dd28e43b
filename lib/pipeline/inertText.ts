/** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function inertText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
