/** A mail before it is text or HTML. */
export interface MailParts {
  locale: string;
  /** "Nothing here is the real city"; null for a real one. */
  simulated: string | null;
  title: string;
  lead: string;
  sections: { heading: string; lines: MailLine[]; more: string | null }[];
  action: { label: string; url: string };
  footer: { text: string; url: string };
}

export interface MailLine {
  name: string;
  url: string | null;
  facts: string;
  rules: string;
}
