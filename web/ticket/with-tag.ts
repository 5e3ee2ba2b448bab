/** The tags with one more; the same word in another case is the same tag. */
export function withTag(tags: readonly string[], typed: string): string[] {
  const tag = typed.replace(/\s+/g, ' ').trim();
  const known = tags.some((other) => other.toLowerCase() === tag.toLowerCase());
  return tag === '' || known ? [...tags] : [...tags, tag];
}
