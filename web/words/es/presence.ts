import type { PresenceWords } from '../en/presence';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

export const presence: PresenceWords = {
  times: {
    open: 'Tiempo',
    title: (name) => `Tiempo de ${name}`,
    mine: 'Tu tiempo',
    zone: (zone) => `Días en la zona horaria ${zone}`,
    day: 'Día',
    course: 'A lo largo del día',
    earlier: 'Días anteriores',
    later: 'Días posteriores',
    none: 'Ni en línea ni ausente en estos días.',
    notRead: 'No se puede mostrar el tiempo',
    spell: (what, from, to) => `${what}, de ${from} a ${to}`,
  },
  reasons: {
    title: 'Motivos de ausencia',
    says: 'Entre ellos eligen los agentes al ausentarse. Su tiempo se guarda por motivo.',
    none: 'Sin motivos: los agentes se ausentan y nadie sabe por qué.',
    name: (place) => `Motivo ${place}`,
    add: 'Añadir un motivo',
    removeOf: (name) => `Eliminar ${name}`,
    removeNew: 'Eliminar el motivo vacío',
    full: (most) => plural(most, { one: '1 motivo como máximo.', other: `${most} motivos como máximo.` }),
  },
};
