/** Tells in which language a text is. */
export interface Languages {
  /** BCP 47 primary tag, such as `es`; null when too little is said to be sure. */
  of(text: string): string | null;
}
