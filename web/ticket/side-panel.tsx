export function SidePanel(_: { readonly ticketId: string }) {
  return null;
}
