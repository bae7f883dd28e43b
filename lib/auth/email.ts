/** What an address may consist of: RFC 5321's dot-string, and a domain of at least two labels. */
const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * An e-mail address in the one spelling under which accounts are kept: NFKC, lower case. Letters
 * that only look Latin are refused rather than mapped (Cyrillic `а` is another person than `a`);
 * a domain in another script is written in its ASCII form, `xn--...`.
 *
 * @returns null for what is no address, or longer than the 254 characters of RFC 5321
 */
export function normaliseEmail(text: string): string | null {
  const email = text.normalize('NFKC').trim().toLowerCase();
  return email.length <= 254 && EMAIL.test(email) ? email : null;
}
