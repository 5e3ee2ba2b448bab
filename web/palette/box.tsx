export function Box(_: { readonly begun: string }) {
  return null;
}
