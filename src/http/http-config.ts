/** What the HTTP face needs to know from the environment. */
export interface HttpConfig {
  readonly port: number;
  readonly host: string;
  /** An origin, such as https://desk.example.com. */
  readonly publicUrl: string | null;
  /** Which proxies may say who the caller is, as express understands it; null = none. */
  readonly trustProxy: number | readonly string[] | null;
  readonly metricsToken: string | null;
  /** The folder of the built web app; null: only the API is served. */
  readonly webApp: string | null;
}
