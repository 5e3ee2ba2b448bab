/** Seals secrets at rest (AES-256-GCM). The first key seals, every key opens. */
export interface Vault {
  seal(plain: string): string;
  /** Throws when no key opens it. */
  open(sealed: string): string;
  /** The same for the same text, and nobody without the first key can guess the text from it. */
  mark(plain: string): string;
}
