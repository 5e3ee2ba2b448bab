/** One letter, in plain text. */
export interface Letter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

/** How a posting ended. `why` names the fault by its codes, without any address. */
export type Posting =
  | { readonly end: 'sent' }
  /** Not taken now: again later. */
  | { readonly end: 'later'; readonly why: string }
  /** This letter is never taken. */
  | { readonly end: 'never'; readonly why: string };

/** The mail server of `SMTP_URL`. */
export interface Mail {
  /** Never throws for what the server or the way to it does. */
  send(letter: Letter): Promise<Posting>;
  /** Whether the server answers and lets us in; null = it does, else what is wrong. */
  check(): Promise<string | null>;
}
