type Raw = Readonly<Record<string, unknown>>;

/** Of an address only what a page reads. The router would keep what was refused beside it, as if it had been read; empty, it goes. */
export const only =
  <Search extends object>(read: (raw: Raw) => Search) =>
  (raw: Raw): Search => ({ ...Object.fromEntries(Object.keys(raw).map((name) => [name, undefined])), ...read(raw) });
