const BEFORE_ANY_BYTE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  // Our own guard kept it.
  'ECLOSEDADDRESS',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
const CONNECTING = new Set(['connect', 'getaddrinfo']);

/** Whether the request surely never left: nobody answered the phone, or it was the wrong house. */
export function neverLeft(error: unknown): boolean {
  return causes(error).some(({ code, syscall }) => BEFORE_ANY_BYTE.has(String(code)) || CONNECTING.has(String(syscall)));
}

/** One word for what broke: a system's code, else the error's name. */
export function wordFor(error: unknown): string {
  const chain = causes(error);
  return String(chain.find(({ code }) => typeof code === 'string')?.code ?? chain[0]?.name ?? 'unknown');
}

interface Cause {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
}

const LONGEST_CHAIN = 5;

function causes(error: unknown): Cause[] {
  const chain: Cause[] = [];
  for (let link = error; typeof link === 'object' && link !== null && chain.length < LONGEST_CHAIN; link = (link as Cause).cause)
    chain.push(link);
  return chain;
}
