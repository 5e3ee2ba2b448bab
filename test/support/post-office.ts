import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mailed {
  readonly from: string;
  readonly to: readonly string[];
  /** Heads and text as they came. */
  readonly raw: string;
}

interface Wanted {
  readonly logIn?: { readonly user: string; readonly pass: string };
  /** What it says to a recipient: null takes them. */
  readonly refuses?: (address: string) => { readonly code: number; readonly words: string } | null;
}

/** A real mail server on this machine, and what was posted there. */
export async function postOffice({ logIn, refuses = () => null }: Wanted = {}) {
  const mails: Mailed[] = [];
  const server = new SMTPServer({
    disabledCommands: logIn ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    authOptional: !logIn,
    onAuth: ({ username, password }, _session, done) =>
      username === logIn?.user && password === logIn?.pass ? done(null, { user: username }) : done(new Error('no')),
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refuses(address);
      done(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null);
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.on('error', () => undefined); // a client that hangs up
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    mails,
    url: logIn
      ? `smtp://${encodeURIComponent(logIn.user)}:${encodeURIComponent(logIn.pass)}@127.0.0.1:${port}`
      : `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The text of a mail, without the line breaks that its encoding puts in. */
export function textOf({ raw }: Mailed): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/quoted-printable/i.test(head))
    return Buffer.from(
      text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString();
  return /base64/i.test(head) ? Buffer.from(text, 'base64').toString() : text;
}
