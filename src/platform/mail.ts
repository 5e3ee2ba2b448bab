import { createTransport, type Transporter } from 'nodemailer';
import type { Mail, Posting } from '../ports/mail';

/** Where mail goes, and in whose name. */
export interface SmtpServer {
  /** smtp: or smtps:, with the log-in if it wants one. */
  readonly url: string;
  readonly from: string;
}

const PATIENCE = 10_000;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** Mail over SMTP. What may be read on its way is sealed: a log-in leaves this machine over TLS only. */
export function smtpMail({ url, from }: SmtpServer): Mail {
  const transport = transportTo(new URL(url));
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
        return { end: 'sent' };
      } catch (error) {
        return endOf(error);
      }
    },
    check: () =>
      transport.verify().then(
        () => null,
        (error: unknown) => whyOf(error),
      ),
  };
}

function transportTo({ protocol, hostname, port, username, password }: URL): Transporter {
  const here = LOOPBACK.test(hostname);
  const secure = protocol === 'smtps:';
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined;
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : auth ? 587 : 25,
    secure,
    auth,
    ignoreTLS: here && !secure,
    requireTLS: !here && auth !== undefined,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The codes of nodemailer for what a server says about one letter, rather than about us. */
const OF_THE_LETTER = ['EENVELOPE', 'EMESSAGE'];

function endOf(error: unknown): Posting {
  const { code = '', responseCode = 0 } = error as { readonly code?: string; readonly responseCode?: number };
  return { end: OF_THE_LETTER.includes(code) && responseCode >= 500 ? 'never' : 'later', why: whyOf(error) };
}

/** A server's words may repeat the address: only codes are told. */
function whyOf(error: unknown): string {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'no answer';
}
