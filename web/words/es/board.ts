import type { BoardWords } from '../en/board';
import { pluralIn } from '../plural';

const plural = pluralIn('es');
const many = (count: number) => count.toLocaleString('es');

export const board: BoardWords = {
  columns: 'Columnas',
  by: { stage: 'Por etapa', status: 'Por estado' },
  channels: 'Todos los canales',
  everybody: 'Todas las personas',
  mine: 'Míos',
  openTickets: (count) => plural(count, { one: 'ticket abierto', other: 'tickets abiertos' }),
  column: (name, count) => `${name}, ${plural(count, { one: '1 ticket', other: `${many(count)} tickets` })}`,
  nobody: 'Nadie',
  none: 'Aquí no hay tickets',
  older: 'Más antiguos',
  looking: 'Buscando tickets',
  notLoaded: 'Esta columna no llegó',
  readOnly: 'El estado lo lleva Relaydesk: las tarjetas se mueven por etapa.',
  choose: 'Elegir columna',
  card: (number) => `Ticket #${number}`,
  move: (number) => `Mover #${number}`,
  moveTo: 'Mover a…',
  open: 'Abrir el ticket',
  hint: 'Espacio levanta una tarjeta, las flechas la mueven, Espacio la suelta, Escape la devuelve.',
  snooze: (number) => `Posponer #${number}`,
  lifted: (number, column) => `#${number} levantado, en ${column}.`,
  over: (number, column) => `#${number} sobre ${column}.`,
  dropped: (number, column) => `#${number} está ahora en ${column}.`,
  back: (number, column) => `#${number} vuelve a ${column}.`,
  stays: (number) => `#${number} se queda`,
  because: {
    autoClosed: 'aquí los pone el propio Relaydesk, cuando el tiempo los cierra.',
    isClosed: (open) => `está cerrado. En ${open} se reabre.`,
  },
  dismiss: 'Ocultar esto',
};
