import type { AimsWords } from '../en/aims';

export const aims: AimsWords = {
  title: 'En cuánto tiempo',
  about: 'Cómo funcionan los objetivos',
  aboutSays: [
    'La primera respuesta cuenta desde la apertura del ticket; la siguiente, desde el primer mensaje que nadie ha respondido; la solución, desde la apertura o reapertura hasta el cierre.',
    'El tiempo cuenta en el horario de trabajo del equipo del ticket.',
    'Decide, campo a campo, la fila más concreta que tenga un tiempo: equipo y prioridad, después equipo, después prioridad.',
    'Los objetivos de un ticket en pausa siguen corriendo.',
  ],
  whose: 'De qué tickets',
  team: 'Equipo',
  priority: 'Prioridad',
  everyTeam: 'Todos los equipos',
  everyPriority: 'Todas las prioridades',
  fields: { firstAnswer: 'Primera respuesta', nextAnswer: 'Siguiente respuesta', resolution: 'Solución' },
  empty: 'Aún no hay objetivos: nada vence y nada llega tarde.',
  add: 'Añadir una fila',
  remove: 'Quitar esta fila',
  twice: 'Otra fila es para el mismo equipo y prioridad.',
  warnings: 'Cuando se hace tarde',
};
