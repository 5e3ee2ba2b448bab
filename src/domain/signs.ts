/** By what a channel shows that it lives, in the table of signs. */
export const SIGNS = {
  handshake: 'handshake',
  handshakeFailed: 'handshake_failed',
  /** The network took a message. */
  sent: 'sent',
  /** A POST was refused, for none of our secrets has signed it. */
  badSignature: 'bad_signature',
  /** It was signed with the secret of another channel: `foreign:<its id>`. */
  foreign: 'foreign:',
  /** An event came by the URL of another channel: `by:<its id>`. */
  by: 'by:',
} as const;
