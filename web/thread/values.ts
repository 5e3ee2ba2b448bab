/** 212 kB; empty while nobody knows. In units of 1024, as networks set their limits; what is over one never reads like it. */
export function fileSize(bytes: number, language: string): string {
  if (!(bytes > 0)) return '';
  const power = Math.min(3, Math.floor(Math.log2(bytes) / 10));
  const tenths = power > 1 ? 10 : 1;
  return `${new Intl.NumberFormat(language).format(Math.ceil((bytes / 1024 ** power) * tenths) / tenths)} ${['B', 'kB', 'MB', 'GB'][power]}`;
}

/** A price as people write it; a currency that nobody knows stands behind the number. */
export function moneyText(price: number | null, currency: string | null, language: string): string {
  if (price === null) return '';
  try {
    if (currency !== null) return new Intl.NumberFormat(language, { style: 'currency', currency }).format(price);
  } catch {
    return `${price} ${currency}`;
  }
  return new Intl.NumberFormat(language).format(price);
}

/** Only what a browser opens as a page: never a script in the form of an address. */
export function safeHref(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}

/** The answers of a form, one a line; what is itself made of parts is written out. */
export function fieldsOf(data: unknown): [string, string][] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data)
    .filter(([name]) => name !== 'flow_token')
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
}

/** What was put into a template's gaps. */
export function paramsOf(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    const { parameters } = (component ?? {}) as { readonly parameters?: unknown };
    if (!Array.isArray(parameters)) return [];
    return parameters.flatMap((parameter: unknown) => {
      const { text } = (parameter ?? {}) as { readonly text?: unknown };
      return typeof text === 'string' ? [text] : [];
    });
  });
}
