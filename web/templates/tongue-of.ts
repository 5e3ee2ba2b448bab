/** The language of a template, such as `pt_BR`, in the words of another; as it is written where it is none. */
export function tongueOf(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(tag.replaceAll('_', '-')) ?? tag;
  } catch {
    return tag;
  }
}
