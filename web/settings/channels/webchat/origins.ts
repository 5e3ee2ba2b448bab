/** The site that somebody means, as browsers name it: scheme, host and port. null: it is none. */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /[\s,@]/.test(text)) return null;
  try {
    const url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null;
  } catch {
    return null;
  }
}

/** As the configuration keeps them: a line for each. */
export const originsIn = (kept: string | undefined): readonly string[] => (kept ?? '').split(/[\s,]+/).filter((one) => one !== '');

export const originsWith = (origins: readonly string[], origin: string): string =>
  (origins.includes(origin) ? origins : [...origins, origin]).join('\n');

export const originsWithout = (origins: readonly string[], origin: string): string => origins.filter((one) => one !== origin).join('\n');
