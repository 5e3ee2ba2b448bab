import type { Words } from '../en';

const namesOf = (names: readonly string[]): string => {
  const [one = '', other = ''] = names;
  if (names.length < 2) return one;
  return names.length === 2 ? `${one} y ${other}` : `${one} y ${names.length - 1} más`;
};

export const together: Words['together'] = {
  viewing: (names) => `${namesOf(names)} ${names.length > 1 ? 'lo están viendo' : 'lo está viendo'}`,
  writing: (names) => `${namesOf(names)} ${names.length > 1 ? 'están escribiendo' : 'está escribiendo'}`,
  customerWriting: 'El cliente está escribiendo',
  writingNote: (name) => `${name} está escribiendo una nota`,
  answered: (who, customer) =>
    `${who ?? 'Alguien desde la app del teléfono'} respondió ${customer ? `a ${customer}` : 'al cliente'} mientras escribías`,
  notSent: (text) => `Lo tuyo no se ha enviado: «${text}»`,
  keepWriting: 'Seguir escribiendo',
  sendToo: 'Enviar también lo mío',
  discard: 'Descartar lo mío',
  discarded: 'Descartado',
  draft: 'Borrador',
  draftSaved: 'Borrador guardado',
  draftHere: 'Borrador solo en este equipo',
  agents: 'Colegas a quienes mencionar',
  found: (count) => (count === 1 ? '1 colega' : `${count} colegas`),
  named: (who, number) => `${who ?? 'Un colega'} te mencionó en una nota, ticket #${number}`,
  notNamed: 'Nadie te ha mencionado aún',
  notNamedSays: 'Una nota con @ y tu nombre muestra aquí su ticket.',
};
