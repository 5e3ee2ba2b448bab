/** Copies a text; false where the browser keeps the clipboard from pages, as on addresses without TLS. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
