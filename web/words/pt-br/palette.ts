import type { PaletteWords } from '../en/palette';

export const palette: PaletteWords = {
  title: 'Ações e busca',
  placeholder: 'O que fazer, ou quem procurar',
  on: (number) => `Em #${number}`,
  results: 'Resultados',
  groups: { recent: 'Recente', ticket: 'Este ticket', found: 'Tickets e pessoas', go: 'Ir para', me: 'Você', desk: 'O servidor' },
  choose: 'escolher',
  doIt: 'fazer',
  away: 'fechar',
  also: '#1042, +55…, @nome e texto também servem',
  looking: 'Procurando…',
  notLooked: 'Não foi procurado',
  nothing: (text) => `Nada para “${text}”`,
  nothingSays: 'A busca olha ações, nomes, números e mensagens, também em tickets fechados.',
  count: (count) => (count === 1 ? '1 resultado' : `${count} resultados`),
  places: { settings: 'Ajustes' },
  goTo: (number) => `Ir para #${number}`,
  presence: { online: 'Ficar on-line', away: 'Ausentar-se', offline: 'Ficar off-line' },
};
