interface Facts {
  /** What the report is called. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly rows: number;
  readonly url: string;
}

interface Words {
  readonly subject: (name: string) => string;
  readonly says: (facts: Facts) => string;
  readonly end: string;
}

const EN: Words = {
  subject: (name) => `Report: ${name}`,
  says: ({ name, from, to, rows }) => `The report “${name}”, ${from} to ${to}, is ready. It has ${rows} rows. Fetch it at the desk:`,
  end: 'Only admins of the desk can open it. It is kept for 30 days.',
};

const ES: Words = {
  subject: (name) => `Informe: ${name}`,
  says: ({ name, from, to, rows }) =>
    `El informe «${name}», del ${from} al ${to}, está listo. Tiene ${rows} filas. Recógelo en la mesa de ayuda:`,
  end: 'Solo lo pueden abrir los administradores. Se guarda 30 días.',
};

const PT: Words = {
  subject: (name) => `Relatório: ${name}`,
  says: ({ name, from, to, rows }) =>
    `O relatório “${name}”, de ${from} a ${to}, está pronto. Ele tem ${rows} linhas. Busque-o na central de atendimento:`,
  end: 'Só os administradores podem abri-lo. Ele fica guardado por 30 dias.',
};

const LANGUAGES: Readonly<Record<string, Words>> = { en: EN, es: ES, pt: PT };

/** The letter that says that a scheduled report is ready, in the language of the desk. Nothing of its contents is in it. */
export function reportLetterOf(facts: Facts, language: string): { readonly subject: string; readonly text: string } {
  const words = LANGUAGES[language.split('-')[0]?.toLowerCase() ?? ''] ?? EN;
  return { subject: words.subject(facts.name), text: `${[words.says(facts), facts.url, words.end].join('\n\n')}\n` };
}
