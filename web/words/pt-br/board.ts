import type { BoardWords } from '../en/board';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');
const many = (count: number) => count.toLocaleString('pt-BR');

export const board: BoardWords = {
  columns: 'Colunas',
  by: { stage: 'Por etapa', status: 'Por status' },
  channels: 'Todos os canais',
  everybody: 'Todas as pessoas',
  mine: 'Meus',
  openTickets: (count) => plural(count, { one: 'ticket aberto', other: 'tickets abertos' }),
  column: (name, count) => `${name}, ${plural(count, { one: '1 ticket', other: `${many(count)} tickets` })}`,
  nobody: 'Ninguém',
  none: 'Nenhum ticket aqui',
  older: 'Mais antigos',
  looking: 'Procurando tickets',
  notLoaded: 'Esta coluna não chegou',
  readOnly: 'O status é o Relaydesk que mantém: os cartões se movem por etapa.',
  choose: 'Escolher coluna',
  card: (number) => `Ticket #${number}`,
  move: (number) => `Mover #${number}`,
  moveTo: 'Mover para…',
  open: 'Abrir o ticket',
  hint: 'Espaço levanta um cartão, as setas o movem, Espaço o solta, Escape o devolve.',
  snooze: (number) => `Adiar #${number}`,
  lifted: (number, column) => `#${number} levantado, em ${column}.`,
  over: (number, column) => `#${number} sobre ${column}.`,
  dropped: (number, column) => `#${number} está agora em ${column}.`,
  back: (number, column) => `#${number} voltou para ${column}.`,
  stays: (number) => `#${number} fica`,
  because: {
    autoClosed: 'aqui é o próprio Relaydesk que os põe, quando o tempo os fecha.',
    isClosed: (open) => `está fechado. Em ${open} ele reabre.`,
  },
  dismiss: 'Ocultar isto',
};
