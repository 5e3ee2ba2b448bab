import type { Words } from '../en';

const namesOf = (names: readonly string[]): string => {
  const [one = '', other = ''] = names;
  if (names.length < 2) return one;
  return names.length === 2 ? `${one} e ${other}` : `${one} e mais ${names.length - 1}`;
};

export const together: Words['together'] = {
  viewing: (names) => `${namesOf(names)} ${names.length > 1 ? 'estão vendo' : 'está vendo'}`,
  writing: (names) => `${namesOf(names)} ${names.length > 1 ? 'estão escrevendo' : 'está escrevendo'}`,
  customerWriting: 'O cliente está digitando',
  writingNote: (name) => `${name} está escrevendo uma nota`,
  answered: (who, customer) =>
    `${who ?? 'Alguém pelo app do celular'} respondeu ${customer ? `a ${customer}` : 'ao cliente'} enquanto você escrevia`,
  notSent: (text) => `O seu não foi enviado: “${text}”`,
  keepWriting: 'Continuar escrevendo',
  sendToo: 'Enviar o meu também',
  discard: 'Descartar o meu',
  discarded: 'Descartado',
  draft: 'Rascunho',
  draftSaved: 'Rascunho salvo',
  draftHere: 'Rascunho só neste computador',
  agents: 'Colegas para mencionar',
  found: (count) => (count === 1 ? '1 colega' : `${count} colegas`),
  named: (who, number) => `${who ?? 'Um colega'} mencionou você em uma nota, ticket #${number}`,
  notNamed: 'Ninguém mencionou você ainda',
  notNamedSays: 'Uma nota com @ e o seu nome mostra aqui o ticket dela.',
};
