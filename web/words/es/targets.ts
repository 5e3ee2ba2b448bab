import type { TargetsWords } from '../en/targets';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

export const targets: TargetsWords = {
  label: 'Objetivos',
  one: 'Objetivo',
  kinds: { first_answer: 'Primera respuesta', next_answer: 'Siguiente respuesta', resolution: 'Solución' },
  due: (kind, lasting, at) => `${kind}: vence en ${lasting}, ${at}`,
  dueNow: (kind) => `${kind}: vence en cualquier momento`,
  missed: (kind, at) => `${kind} fuera de plazo: vencía ${at}`,
  answeredLate: (kind, at) => `${kind} tardía: vencía ${at}`,
  met: (kind) => `${kind} a tiempo`,
  short: { due: (lasting) => `vence en ${lasting}`, missed: (lasting) => `${lasting} tarde` },
  next: {
    due: (kind, when) => `${kind}: vence ${when}`,
    missed: (kind) => `${kind} fuera de plazo`,
    wasDue: (at) => `Vencía ${at}.`,
    says: { first_answer: 'Si nadie responde antes.', next_answer: 'Si nadie responde antes.', resolution: 'Si no se cierra antes.' },
  },
  queue: {
    place: (place) => `${place}.`,
    placeSaid: (place) => `número ${place} en la cola`,
    why: {
      nobody_free: (online) =>
        online === 0
          ? 'Nadie está en línea'
          : plural(online, { one: 'Quien está en línea no tiene sitio', other: 'Nadie en línea tiene sitio' }),
      outside_hours: (opens) => (opens ? `El horario empieza ${opens}` : 'Fuera del horario'),
      waits_for_last_agent: (name, until) => `Espera a ${name} hasta ${until}`,
      manual: 'Lo asigna una persona',
      about_to_be_given: 'A punto de asignarse',
      unknown: 'Espera a un agente',
    },
  },
};
