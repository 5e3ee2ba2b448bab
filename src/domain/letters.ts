import type { Instant } from './ticket';

export type LetterKind = 'invite' | 'reset';

interface Facts {
  readonly name: string;
  /** Who invites; null: nobody by name. */
  readonly by: string | null;
  readonly url: string;
  readonly expiresAt: Instant;
}

interface Words {
  readonly subject: (host: string) => string;
  readonly why: (host: string, by: string | null) => string;
}

interface Language {
  readonly hello: (name: string) => string;
  readonly until: (when: string) => string;
  readonly letters: Readonly<Record<LetterKind, Words>>;
}

const EN: Language = {
  hello: (name) => `Hello ${name},`,
  until: (when) => `The link works once, until ${when}. If you did not expect this mail, leave it alone: nothing changes.`,
  letters: {
    invite: {
      subject: (host) => `Your place at the desk of ${host}`,
      why: (host, by) => `${by ?? 'An admin'} has invited you to answer customers at ${host}. Choose a password to begin:`,
    },
    reset: {
      subject: (host) => `A new password for ${host}`,
      why: (host, by) => `${by ?? 'Somebody'} has asked for a new password for your account at ${host}. Choose one here:`,
    },
  },
};

const ES: Language = {
  hello: (name) => `Hola, ${name}:`,
  until: (when) => `El enlace sirve una vez, hasta el ${when}. Si no esperabas este correo, no hagas nada: nada cambia.`,
  letters: {
    invite: {
      subject: (host) => `Tu lugar en la mesa de ayuda de ${host}`,
      why: (host, by) => `${by ?? 'Un administrador'} te ha invitado a atender a clientes en ${host}. Elige una contraseña para empezar:`,
    },
    reset: {
      subject: (host) => `Una contraseña nueva para ${host}`,
      why: (host, by) => `${by ?? 'Alguien'} ha pedido una contraseña nueva para tu cuenta en ${host}. Elígela aquí:`,
    },
  },
};

const PT: Language = {
  hello: (name) => `Olá, ${name},`,
  until: (when) => `O link funciona uma vez, até ${when}. Se você não esperava este e-mail, deixe-o de lado: nada muda.`,
  letters: {
    invite: {
      subject: (host) => `Seu lugar na central de atendimento de ${host}`,
      why: (host, by) => `${by ?? 'Um administrador'} convidou você para atender clientes em ${host}. Escolha uma senha para começar:`,
    },
    reset: {
      subject: (host) => `Uma senha nova para ${host}`,
      why: (host, by) => `${by ?? 'Alguém'} pediu uma senha nova para sua conta em ${host}. Escolha-a aqui:`,
    },
  },
};

const LANGUAGES: Readonly<Record<string, Language>> = { en: EN, es: ES, pt: PT };

/** The letter that carries a link to choose a password, in the language of the desk. */
export function letterOf(
  kind: LetterKind,
  { name, by, url, expiresAt }: Facts,
  { language, timeZone }: { readonly language: string; readonly timeZone: string },
): { readonly subject: string; readonly text: string } {
  const words = LANGUAGES[language.split('-')[0]?.toLowerCase() ?? ''] ?? EN;
  const { host } = new URL(url);
  const when = new Intl.DateTimeFormat(words === EN ? 'en' : language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    expiresAt,
  );
  const parts = [words.hello(name), words.letters[kind].why(host, by), url, words.until(`${when} (${timeZone})`)];
  return { subject: words.letters[kind].subject(host), text: `${parts.join('\n\n')}\n` };
}
