import type { PresenceWords } from '../en/presence';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

export const presence: PresenceWords = {
  times: {
    open: 'Tempo',
    title: (name) => `Tempo de ${name}`,
    mine: 'Seu tempo',
    zone: (zone) => `Dias no fuso horário ${zone}`,
    day: 'Dia',
    course: 'Ao longo do dia',
    earlier: 'Dias anteriores',
    later: 'Dias seguintes',
    none: 'Nem on-line nem ausente nesses dias.',
    notRead: 'Não é possível mostrar o tempo',
    spell: (what, from, to) => `${what}, das ${from} às ${to}`,
  },
  reasons: {
    title: 'Motivos de ausência',
    says: 'Entre eles os agentes escolhem ao se ausentar. O tempo é guardado por motivo.',
    none: 'Sem motivos: os agentes se ausentam e ninguém sabe por quê.',
    name: (place) => `Motivo ${place}`,
    add: 'Adicionar um motivo',
    removeOf: (name) => `Excluir ${name}`,
    removeNew: 'Excluir o motivo vazio',
    full: (most) => plural(most, { one: '1 motivo no máximo.', other: `${most} motivos no máximo.` }),
  },
};
