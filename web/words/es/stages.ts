import type { StagesWords } from '../en/stages';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

export const stages: StagesWords = {
  order: 'Etapas en orden',
  about: 'Qué es una etapa',
  aboutSays: [
    'Una etiqueta que eligen las personas. El tablero tiene una columna para cada una, en este orden.',
    'Elegir una no cambia ningún estado ni envía nada.',
    'Closed cierra el ticket, Open reabre uno cerrado, Snoozed pide una hora. Auto closed solo la ponen los temporizadores.',
  ],
  system: {
    open: 'Todo ticket nuevo, reabierto o despertado.',
    closed: 'Tickets que cerró una persona.',
    snoozed: 'Tickets que duermen hasta una hora o un mensaje.',
    auto_closed: 'Tickets que cerró el tiempo.',
  },
  ofTheDesk: 'De la mesa: no se puede renombrar ni eliminar.',
  move: (name) => `Mover ${name}`,
  moveHow: 'Espacio la levanta, las flechas la mueven, Espacio la suelta, Esc la devuelve.',
  lifted: (name, place, count) => `${name} está levantada: lugar ${place} de ${count}.`,
  movedTo: (name, place, count) => `${name}: lugar ${place} de ${count}.`,
  dropped: (name, place, count) => `${name} queda en el lugar ${place} de ${count}.`,
  putBack: (name) => `${name} vuelve a donde estaba.`,
  name: 'Nombre',
  noName: 'Sin nombre',
  color: 'Color',
  colorOf: (name) => `Color de ${name}`,
  colors: { ink: 'Tinta', sky: 'Cielo', teal: 'Turquesa', moss: 'Musgo', ochre: 'Ocre', clay: 'Arcilla', rose: 'Rosa', violet: 'Violeta' },
  add: 'Añadir etapa',
  addTitle: 'Una etapa nueva',
  adding: 'Añadiendo…',
  notAdded: 'No se añadió',
  notMoved: 'No se movió',
  remove: 'Eliminar esta etapa',
  removeOf: (name) => `Eliminar ${name}`,
  removeTitle: (name) => `¿Eliminar la etapa «${name}»?`,
  moves: (count) =>
    plural(count, {
      one: '1 ticket está en ella: pasa a Open en seguida.',
      other: count === 0 ? 'Ningún ticket está en ella.' : `${count.toLocaleString('es')} tickets están en ella: pasan a Open en seguida.`,
    }),
  removeSays: 'Sus tickets pasan a Open en seguida; su estado no cambia. Su historia también queda.',
  notRemoved: 'No se eliminó',
  removed: (name, tickets) =>
    plural(tickets, {
      one: `«${name}» se eliminó. 1 ticket pasó a Open.`,
      other: `«${name}» se eliminó. ${tickets.toLocaleString('es')} tickets pasaron a Open.`,
    }),
};
