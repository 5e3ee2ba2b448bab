/** The token of a link stays behind the #, which browsers never send; it leaves the address bar as soon as it is read. */
export function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(history.state, '', location.pathname);
  return token;
}
