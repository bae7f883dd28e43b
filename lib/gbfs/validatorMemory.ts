/** What a server gave with an answer, to ask it later whether anything is new. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** Remembers the validators of each address's last accepted answer. */
export interface ValidatorMemory {
  headersFor(url: string): Record<string, string>;
  remember(url: string, validators: Validators): void;
  /** The next requests are unconditional again. */
  forget(): void;
}

export function createValidatorMemory(): ValidatorMemory {
  const byUrl = new Map<string, Validators>();
  return {
    headersFor(url) {
      const known = byUrl.get(url);
      return {
        ...(known?.etag ? { 'if-none-match': known.etag } : {}),
        ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
      };
    },
    remember: (url, validators) => void byUrl.set(url, validators),
    forget: () => byUrl.clear(),
  };
}
