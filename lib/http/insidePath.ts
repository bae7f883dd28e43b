/**
 * A path of this site to go on to, or `fallback` for anything else: other hosts, other schemes,
 * `//host`, backslashes and control characters that browsers read as `//host`.
 *
 * @param target what a link or a form asked for: a path, or a URL of our own origin
 * @param origin our own, such as https://limelight.example
 */
export function insidePath(
  target: string | null | undefined,
  origin: string,
  fallback = '/map',
): string {
  if (!target || target.length > 2_000 || hasControlCharacter(target)) return fallback;
  if (!target.startsWith('/') && !target.startsWith(`${origin}/`)) return fallback;
  // The same parser as the browser's decides where it would lead.
  if (!URL.canParse(target, origin)) return fallback;
  const url = new URL(target, origin);
  if (url.origin !== origin) return fallback;
  const path = `${url.pathname}${url.search}${url.hash}`;
  // A path may itself begin with two slashes, as in https://own.example//evil.example.
  return path.startsWith('//') ? fallback : path;
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => {
    const code = character.codePointAt(0)!;
    return code <= 0x20 || code === 0x7f || character === '\\';
  });
}
