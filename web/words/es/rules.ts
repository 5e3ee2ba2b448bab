import type { RulesWords } from '../en/rules';
import { pluralIn } from '../plural';

const plural = pluralIn('es');
const many = (count: number) => count.toLocaleString('es');

export const rules: RulesWords = {
  timers: {
    silent: 'Cuando el cliente calla',
    always: 'En cualquier caso',
    never: 'nunca',
    editText: 'Editar el texto',
    noText: 'Todavía no hay texto de recordatorio, así que no se envía nada.',
    noClose: 'Ahora los tickets inactivos no se cierran solos, así que no se envía nada.',
  },
  life: {
    title: 'La vida de un ticket en silencio',
    points: {
      answer: { name: 'Respondes', says: 'Activo' },
      idle: { name: 'Inactivo', says: 'sigue con su agente' },
      reminder: { name: 'Recordatorio', says: 'una sola vez' },
      closed: { name: 'Cerrado', says: 'vuelve el bot' },
      tooOld: { name: 'Cerrado', says: 'demasiado antiguo' },
    },
    silence: (time) => `${time} de silencio`,
    begins: 'Tu agente responde',
    steps: {
      idle: (time) => `${time} después el ticket pasa a inactivo`,
      reminder: (time) => `${time} después se recuerda al cliente`,
      closed: (time) => `${time} después se cierra`,
      tooOld: (time) => `${time} después se cierra por antiguo`,
    },
    stays: 'sigue así hasta que alguien escriba o lo cierre',
  },
  routing: {
    who: 'Quién recibe el próximo ticket',
    away: 'Quién se ausenta',
    now: 'Ahora',
    nobody: 'No hay nadie en línea. Los tickets esperan en la cola.',
    takes: (names) => `Pueden recibir tickets: ${names}.`,
    byHand: 'Nadie recibe un ticket hasta que una persona lo asigna.',
  },
  policy: { agents: 'Qué pueden hacer los agentes', customers: 'Cuando escriben los clientes', bot: 'Después de cerrar' },
  general: { place: 'Dónde está la mesa', now: (time) => `Allí son las ${time}.` },
  delivery: {
    says: 'Cómo llegan las respuestas a los clientes y qué dice Relaydesk cuando no llegan.',
    chooseTemplate: 'Elige una plantilla',
    noTemplate: 'Ninguna plantilla puede salir sola',
  },
  texts: {
    says: 'Lo que la mesa dice por sí misma, en su propio nombre.',
    preview: 'Como lo ve el cliente',
    none: 'No se envía nada.',
    left: (count) => plural(count, { one: 'Queda 1 carácter', other: `Quedan ${many(count)} caracteres` }),
  },
  says: {
    'timers.idleAfter': {
      name: 'Pasar a inactivo',
      on: 'Cuando un cliente lleva {value} sin responder a nuestro último mensaje, el ticket pasa a inactivo. Su agente lo conserva.',
      off: 'Un ticket sigue activo por mucho que calle el cliente.',
    },
    'timers.idleReminderBefore': {
      name: 'Recordar',
      on: 'Un ticket inactivo envía el texto de recordatorio {value} antes de cerrarse, una vez.',
      off: 'No se envía recordatorio antes de que un ticket inactivo se cierre.',
    },
    'timers.idleCloseAfter': {
      name: 'Cerrar lo inactivo',
      on: 'Cuando lleva {value} inactivo, el ticket se cierra y el bot vuelve a responder.',
      off: 'Un ticket inactivo sigue abierto hasta que alguien escriba o lo cierre.',
    },
    'timers.autoCloseAfter': {
      name: 'Cerrar todo lo antiguo',
      on: 'Un ticket abierto se cierra {value} después de abrirse, o {value} después del último mensaje del cliente si es posterior.',
      off: 'Ningún ticket se cierra solo por ser antiguo.',
    },
    'timers.inProgressAfter': {
      name: 'Recuperar lo apartado',
      on: 'Un ticket en curso vuelve a la cola después de {value}.',
      off: 'Un ticket en curso se queda ahí hasta que alguien lo tome.',
    },
    'timers.closeUnassignedAfter': {
      name: 'Cerrar lo que nadie pudo tomar',
      on: 'Un ticket pendiente se cierra cuando nadie ha podido tomarlo durante {value}.',
      off: 'Un ticket pendiente espera hasta que haya un agente libre.',
    },
    'timers.confirmCloseAfter': {
      name: 'Preguntar antes de cerrar',
      on: 'Los agentes pueden preguntar al cliente si se puede cerrar; sin respuesta durante {value}, se cierra.',
      off: 'No se pregunta a los clientes antes de cerrar.',
    },
    'timers.catchUp': {
      name: 'Escuchar primero tras una caída',
      on: 'Tras una caída de más de cinco minutos nada pasa a inactivo ni se cierra durante {value}, para oír antes los mensajes atrasados.',
    },
    'routing.strategy': { name: 'El próximo ticket es para', on: '' },
    'routing.capacity': {
      name: 'Capacidad de un agente',
      on: 'Un agente sin número propio recibe tickets hasta tener {value} activos y proactivos.',
    },
    'routing.sticky': {
      name: 'El mismo agente',
      on: 'Va primero el agente que atendió al cliente la última vez.',
      off: 'No importa quién atendió antes al cliente.',
    },
    'routing.stickyPatience': {
      name: 'Esperar a ese agente',
      on: 'Si está en línea pero lleno, el ticket lo espera {value} antes de ir a otro.',
      off: 'Si está lleno, el ticket va enseguida a otro.',
    },
    'routing.hours': {
      name: 'Horario de trabajo',
      on: 'Los tickets de equipos sin horario propio se reparten en este horario.',
      off: 'Los tickets se reparten a toda hora, salvo que su equipo tenga horario propio.',
    },
    'routing.queueAlarmAfter': {
      name: 'Dar la alarma',
      on: 'Cuando un ticket lleva {value} en la cola, la mesa lo avisa.',
      off: 'Por mucho que espere un ticket, no hay alarma.',
    },
    'routing.warnBefore': {
      name: 'Avisar antes de incumplir un objetivo',
      on: '{value} antes de que venza una respuesta o una solución, la mesa lo avisa.',
    },
    'routing.offlineGrace': {
      name: 'Contar como desconectado',
      on: 'Un agente cuya última ventana de la mesa lleva {value} cerrada cuenta como desconectado.',
    },
    'routing.keepOnAway': {
      name: 'Conservar tickets en la ausencia',
      on: 'Los agentes que se ausentan o desconectan conservan sus tickets activos.',
      off: 'Los tickets activos de quien se ausenta o desconecta encuentran otro agente.',
    },
    'delivery.queuedAlarmAfter': {
      name: 'Dar la alarma',
      on: 'Cuando un mensaje ha esperado {value} su envío, su ticket lo dice.',
      off: 'Por mucho que un mensaje espere su envío, no se da la alarma.',
    },
    'delivery.windowWarnBefore': {
      name: 'Avisar antes de que cierre la ventana',
      on: '{value} antes de que ya no se pueda responder libremente a un cliente que espera, Relaydesk avisa.',
      off: 'No se avisa antes de que termine el tiempo para responder libremente.',
    },
    'delivery.fallbackTemplate': {
      name: 'Plantilla para respuestas que llegan tarde',
      on: 'Si la ventana se cierra con una respuesta en espera, sale en su lugar la plantilla {value}. No tiene huecos, o solo el nombre del cliente.',
      off: 'Si la ventana se cierra con una respuesta en espera, esta falla y el cliente vuelve a esperar.',
    },
    'delivery.reactionsOpenWindow': {
      name: 'Las reacciones abren la ventana',
      on: 'La reacción de un cliente permite responder libremente, como un mensaje.',
      off: 'La reacción de un cliente no cambia cuándo se puede responder libremente.',
    },
    'policy.agentsMayClose': { name: 'Cerrar', on: 'Los agentes pueden cerrar tickets.', off: 'Solo los administradores cierran tickets.' },
    'policy.agentsMayTake': {
      name: 'Tomar lo apartado',
      on: 'Los agentes pueden tomar un ticket en curso.',
      off: 'Solo los administradores reparten los tickets en curso.',
    },
    'policy.agentsMayTakeOver': {
      name: 'Tomar de un compañero',
      on: 'Los agentes pueden tomar un ticket que tiene un compañero.',
      off: 'El ticket de un compañero solo cambia de manos si él o un administrador lo transfiere.',
    },
    'policy.agentsMayReopen': {
      name: 'Reabrir',
      on: 'Los agentes pueden reabrir tickets cerrados.',
      off: 'Solo los administradores reabren tickets cerrados.',
    },
    'policy.agentsSee': { name: 'Los agentes ven', on: '' },
    'policy.autoAssignOnReply': {
      name: 'Quien responde toma el ticket',
      on: 'Un agente que responde a un ticket pendiente o en curso lo toma.',
      off: 'Una respuesta a un ticket pendiente o en curso lo deja donde está.',
    },
    'policy.wakeOnReply': {
      name: 'Despertar con un mensaje',
      on: 'El mensaje de un cliente despierta un ticket pospuesto.',
      off: 'Un ticket pospuesto duerme hasta su hora, escriba lo que escriba el cliente.',
    },
    'policy.quietClose': {
      name: 'Dejar pasar las gracias',
      on: 'Un sticker o hasta tres emojis en los diez minutos tras un cierre no abren nada.',
      off: 'Un sticker o un emoji tras un cierre cuenta como cualquier mensaje.',
    },
    'policy.keepExclusion': {
      name: 'Conservar «Mantener abierto»',
      on: 'Un ticket que se mantiene abierto sigue así tras cambiar de estado o de agente.',
      off: 'Un cambio de estado a mano, una transferencia o la desconexión de su agente deja de mantenerlo abierto.',
    },
    'policy.reopenWithin': {
      name: 'Reabrir para quien vuelve',
      on: 'Un cliente que escribe antes de que pasen {value} de un cierre recupera el ticket anterior.',
      off: 'Un cliente que escribe después de un cierre recibe un ticket nuevo.',
    },
    'policy.staleAfter': {
      name: 'Dejar lo antiguo a las personas',
      on: 'El bot no responde a un mensaje de hace más de {value}; abre un ticket.',
    },
    'texts.greeting': {
      name: 'Saludo',
      on: 'Se envía cuando se abre el ticket de un cliente.',
      off: 'No se envía nada al abrirse un ticket.',
    },
    'texts.away': {
      name: 'Ausencia',
      on: 'Se envía cuando se abre el ticket de un cliente y no hay nadie en línea.',
      off: 'No se envía nada cuando se abre un ticket y no hay nadie en línea.',
    },
    'texts.outOfHours': {
      name: 'Fuera de horario',
      on: 'Se envía una vez por ticket cuando espera fuera del horario, en lugar de Ausencia y Demora.',
      off: 'No se envía nada por la hora.',
    },
    'texts.delay': {
      name: 'Demora',
      on: 'Se envía cuando se abre un ticket y todos los agentes en línea están ocupados.',
      off: 'No se envía nada cuando todos los agentes están ocupados.',
    },
    'texts.closing': {
      name: 'Despedida',
      on: 'Se envía cuando se cierra un ticket mientras la red aún admite texto libre.',
      off: 'No se envía nada al cerrarse un ticket.',
    },
    'texts.confirmClose': {
      name: 'Pregunta de cierre',
      on: 'Se pregunta, con un sí y un no para tocar, antes de cerrar; cuándo, lo dicen los temporizadores.',
      off: 'Cuando se pregunta, se envía una pregunta breve de la mesa.',
    },
    'texts.reminder': {
      name: 'Recordatorio',
      on: 'Se envía una vez antes de que un ticket inactivo se cierre solo; cuándo, lo dicen los temporizadores.',
      off: 'No se envía recordatorio, digan lo que digan los temporizadores.',
    },
    'locale.timeZone': { name: 'Zona horaria', on: 'Los días empiezan y las cifras se agrupan según su reloj.' },
    'locale.language': { name: 'Idioma', on: 'El de la mesa; cada persona elige el suyo en sus preferencias.' },
  },
  choices: {
    'routing.strategy': {
      round_robin: { name: 'Los agentes por turno', on: 'En línea y con capacidad; sigue quien lleva más tiempo sin recibir uno.' },
      least_busy: { name: 'A quien menos tiene', on: 'En línea y con sitio; sigue quien más sitio tiene.' },
      manual: { name: 'Nadie por sí solo', on: 'Los tickets esperan en la cola hasta que una persona los asigna o los toma.' },
    },
    'policy.agentsSee': {
      all: { name: 'Todos los tickets', on: 'Cualquiera puede ayudar a cualquiera.' },
      team: { name: 'Los suyos, los de sus equipos y los libres', on: 'Libres: sin asignar y sin equipo.' },
      own: { name: 'Solo los suyos', on: 'Los demás tickets son como si no existieran.' },
    },
  },
  wrong: {
    duration: 'Un número entero, de 1 segundo a 3 años.',
    reminder: 'El recordatorio debe llegar antes del cierre: elige menos que el tiempo hasta que se cierra un ticket inactivo.',
    integer: (min, max) => `Un número entero de ${many(min)} a ${many(max)}.`,
    text: (max) => `Palabras, ${many(max)} caracteres como máximo. Para no enviar nada, apágalo.`,
    other: 'Esto no se puede usar.',
  },
  was: (value) => `antes: ${value}`,
  wasOff: 'antes: apagado',
  amountOf: (name) => `${name}: número`,
  unitOf: (name) => `${name}: unidad`,
  preview: {
    would: 'Esto movería',
    openTickets: (count) => plural(count, { one: '1 ticket abierto', other: `${many(count)} tickets abiertos` }),
    others: (count) =>
      plural(count, {
        one: 'ahora. El otro queda como está. Nada se mueve hasta que guardes.',
        other: `ahora. Los otros ${many(count)} quedan como están. Nada se mueve hasta que guardes.`,
      }),
    noOthers: 'ahora. Nada se mueve hasta que guardes.',
    nothing: 'Nada se movería',
    nothingSays: 'Ningún ticket abierto cambiaría ahora por esto.',
    unchanged: 'Cambia un temporizador: aquí están, antes de guardar, los tickets que movería ahora.',
    wrong: 'Algo aquí no se puede guardar tal como está.',
    notLooked: 'No se ha calculado',
    looking: 'Calculando…',
    redated: (count) => plural(count, { one: '1 más vencería en otro momento.', other: `${many(count)} más vencerían en otro momento.` }),
    later: (time) => `a las ${time}, cuando se hayan oído los mensajes atrasados`,
    any: 'Cualquier abierto',
    reminded: 'Se envía el recordatorio',
    awake: 'Despierta',
    notes: {
      idle_close: 'demasiado silencio',
      auto_close: 'demasiado antiguo',
      unassigned: 'nadie libre',
      confirm_close: 'sin respuesta a la pregunta',
    },
    examples: 'Por ejemplo',
    due: (time) => `venció hace ${time}`,
  },
  scope: {
    label: 'Para quién valen',
    all: 'Todos los canales',
    differ: (count) => plural(count, { one: '1 difiere', other: `${count} difieren` }),
  },
  bar: {
    changes: (count) => plural(count, { one: '1 cambio para todos los canales.', other: `${count} cambios para todos los canales.` }),
    own: (names, count) => plural(count, { one: `${names} conserva lo suyo propio.`, other: `${names} conservan lo suyo propio.` }),
    discard: 'Descartar',
    saveAndMove: (count) => plural(count, { one: 'Guardar y mover 1 ticket', other: `Guardar y mover ${many(count)} tickets` }),
  },
};
