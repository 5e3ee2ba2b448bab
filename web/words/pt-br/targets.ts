import type { TargetsWords } from '../en/targets';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

export const targets: TargetsWords = {
  label: 'Metas',
  one: 'Meta',
  kinds: { first_answer: 'Primeira resposta', next_answer: 'Próxima resposta', resolution: 'Solução' },
  due: (kind, lasting, at) => `${kind}: vence em ${lasting}, ${at}`,
  dueNow: (kind) => `${kind}: vence a qualquer momento`,
  missed: (kind, at) => `${kind} fora do prazo: vencia ${at}`,
  answeredLate: (kind, at) => `${kind} atrasada: vencia ${at}`,
  met: (kind) => `${kind} no prazo`,
  short: { due: (lasting) => `vence em ${lasting}`, missed: (lasting) => `${lasting} de atraso` },
  next: {
    due: (kind, when) => `${kind}: vence ${when}`,
    missed: (kind) => `${kind} fora do prazo`,
    wasDue: (at) => `Vencia ${at}.`,
    says: { first_answer: 'Se ninguém responder antes.', next_answer: 'Se ninguém responder antes.', resolution: 'Se não fechar antes.' },
  },
  queue: {
    place: (place) => `${place}.`,
    placeSaid: (place) => `número ${place} na fila`,
    why: {
      nobody_free: (online) =>
        online === 0
          ? 'Ninguém está online'
          : plural(online, { one: 'Quem está online não tem espaço', other: 'Ninguém online tem espaço' }),
      outside_hours: (opens) => (opens ? `O horário começa ${opens}` : 'Fora do horário'),
      waits_for_last_agent: (name, until) => `Espera por ${name} até ${until}`,
      manual: 'Uma pessoa atribui',
      about_to_be_given: 'Prestes a ser atribuído',
      unknown: 'Espera por um agente',
    },
  },
};
