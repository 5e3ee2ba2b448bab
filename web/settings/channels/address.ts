const PRIVATE = [/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./, /^169\.254\./, /^0\./, /^\[(::1|f[cd]|fe80)/];

/** Why nobody outside can call an address: it leads to this computer or its network, or it has no TLS. null = it may be called. */
export function troubleWith(url: string): 'private' | 'plain' | null {
  const { hostname, protocol } = new URL(url);
  const local = hostname === 'localhost' || /\.(localhost|local|internal|lan|home\.arpa)$/.test(hostname) || !/[.:]/.test(hostname);
  if (local || PRIVATE.some((pattern) => pattern.test(hostname))) return 'private';
  return protocol === 'https:' ? null : 'plain';
}
