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

/** Members of a form that say nothing to people. */
const SILENT: ReadonlySet<string> = new Set(['flow_token', 'response_source']);

/** The answers of a form, one a line, with their names as words; what is itself made of parts follows part by part. */
export function fieldsOf(data: unknown, under = ''): [string, string][] {
  if (typeof data !== 'object' || data === null) return under === '' ? [] : [[under, String(data ?? '')]];
  const isList = Array.isArray(data);
  if (isList && data.every((one) => typeof one !== 'object' || one === null)) return [[under, data.join(', ')]];
  return Object.entries(data)
    .filter(([name]) => !SILENT.has(name))
    .flatMap(([name, value]) =>
      fieldsOf(value, [under, isList ? String(Number(name) + 1) : name.replaceAll('_', ' ')].filter(Boolean).join(' \u203a ')),
    );
}

/** What an order comes to; null when a price is missing, or not all are of one currency. */
export function totalOf(items: readonly { readonly quantity: number; readonly price: number | null; readonly currency: string | null }[]) {
  const [first] = items;
  if (!first || items.length < 2 || items.some(({ price, currency }) => price === null || currency !== first.currency)) return null;
  return { price: items.reduce((sum, { quantity, price }) => sum + quantity * (price ?? 0), 0), currency: first.currency };
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
