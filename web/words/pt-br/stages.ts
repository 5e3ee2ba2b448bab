import type { StagesWords } from '../en/stages';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

export const stages: StagesWords = {
  order: 'Etapas em ordem',
  about: 'O que é uma etapa',
  aboutSays: [
    'Uma etiqueta que as pessoas escolhem. O quadro tem uma coluna para cada uma, nesta ordem.',
    'Escolher uma não muda nenhum status nem envia nada.',
    'Closed fecha o ticket, Open reabre um fechado, Snoozed pede uma hora. Auto closed só os temporizadores definem.',
  ],
  system: {
    open: 'Todo ticket novo, reaberto ou acordado.',
    closed: 'Tickets que uma pessoa fechou.',
    snoozed: 'Tickets que dormem até uma hora ou uma mensagem.',
    auto_closed: 'Tickets que o tempo fechou.',
  },
  ofTheDesk: 'Da mesa: não pode ser renomeada nem excluída.',
  move: (name) => `Mover ${name}`,
  moveHow: 'Espaço levanta, as setas movem, Espaço solta, Esc devolve.',
  lifted: (name, place, count) => `${name} está levantada: lugar ${place} de ${count}.`,
  movedTo: (name, place, count) => `${name}: lugar ${place} de ${count}.`,
  dropped: (name, place, count) => `${name} fica no lugar ${place} de ${count}.`,
  putBack: (name) => `${name} voltou para onde estava.`,
  name: 'Nome',
  noName: 'Sem nome',
  color: 'Cor',
  colorOf: (name) => `Cor de ${name}`,
  colors: { ink: 'Tinta', sky: 'Céu', teal: 'Turquesa', moss: 'Musgo', ochre: 'Ocre', clay: 'Argila', rose: 'Rosa', violet: 'Violeta' },
  add: 'Adicionar etapa',
  addTitle: 'Uma etapa nova',
  adding: 'Adicionando…',
  notAdded: 'Não adicionada',
  notMoved: 'Não movida',
  remove: 'Excluir esta etapa',
  removeOf: (name) => `Excluir ${name}`,
  removeTitle: (name) => `Excluir a etapa “${name}”?`,
  moves: (count) =>
    count === 0
      ? 'Nenhum ticket está nela.'
      : plural(count, {
          one: '1 ticket está nela: passa para Open na hora.',
          other: `${count.toLocaleString('pt-BR')} tickets estão nela: passam para Open na hora.`,
        }),
  removeSays: 'Seus tickets passam para Open na hora; o status não muda. Sua história também fica.',
  notRemoved: 'Não excluída',
  removed: (name, tickets) =>
    plural(tickets, {
      one: `“${name}” foi excluída. 1 ticket passou para Open.`,
      other: `“${name}” foi excluída. ${tickets.toLocaleString('pt-BR')} tickets passaram para Open.`,
    }),
};
