import type { Words } from '../en';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

export const delivery: Words['delivery'] = {
  retry: 'Reintentar',
  writeAgain: 'Escribir otra vez',
  sendAgain: 'Enviar otra vez',
  arrived: 'Llegó',
  notRetried: 'No enviado otra vez',
  notSettled: 'No guardado',
  tried: (count, code) =>
    `${plural(count, { one: 'Intentado una vez', other: `Intentado ${count} veces` })}${code === null ? '' : `, error ${code}`}.`,
  error: (code) => `Error ${code}.`,
  uncertain: (network, name) =>
    `${network} cortó antes de responder. No lo repetimos por nuestra cuenta: a ${name} podría llegarle dos veces.`,
  notSent: (reason) => `No enviado: ${reason}`,
  twice: (name) => `A ${name} le llegó dos veces: se envió de nuevo aunque el primero había llegado.`,
  notBefore: (at) => `Puede salir de nuevo a partir de ${at}.`,
  waits: {
    until: (at) => `Lo intentamos de nuevo por nuestra cuenta a las ${at}.`,
    again: 'Lo intentamos de nuevo por nuestra cuenta.',
    paused: 'El canal está en pausa. Sale solo cuando un administrador haya arreglado el canal.',
  },
  attempts: {
    show: (count) => plural(count, { one: 'Mostrar el intento', other: `Mostrar los ${count} intentos` }),
    number: (count) => `Intento ${count}`,
    outcomes: {
      postponed: 'no aceptado, se intentará de nuevo',
      failed: 'rechazado',
      uncertain: 'sin respuesta',
      sent: 'enviado',
      decided: 'se vio que llegó',
    },
    by: (name) => `por ${name}`,
  },
  paused: {
    one: (name) => `${name} está en pausa: no se envía nada.`,
    more: (count) => `${count} canales están en pausa: no se envía nada por ellos.`,
    why: 'Lo que se escribe espera y sale cuando el canal esté arreglado.',
    settings: 'Abrir sus ajustes',
    channels: 'Abrir los canales',
  },
  reasons: {
    auth: (_name, network) => [
      `${network} ya no acepta el acceso de la mesa.`,
      'Un administrador puede renovarlo en los ajustes del canal.',
    ],
    account_restricted: (_name, network) => [
      `${network} no deja enviar a esta cuenta ahora.`,
      'Un administrador puede mirar los ajustes del canal.',
    ],
    payment: (_name, network) => [
      `${network} no puede cobrar a esta cuenta.`,
      'Un administrador puede arreglar el pago en la red y guardar el canal de nuevo.',
    ],
    rate_limited: (name) => [`Demasiados mensajes a ${name} en poco tiempo.`, 'Espera unos minutos antes de escribir otra vez.'],
    busy: (_name, network) => [`Demasiados mensajes a la vez por este canal, dice ${network}.`, 'Espera unos minutos.'],
    spam: (_name, network) => [
      `${network} ha frenado esta cuenta, porque mucha gente no quería sus mensajes.`,
      'Escribe a menos gente por un tiempo.',
    ],
    window_closed: (name, network) => [
      'El tiempo para responder libremente había terminado.',
      `${network} vuelve a aceptar texto cuando escriba ${name}.`,
    ],
    recipient_unavailable: (name, network) => [
      `${network} no puede llegar a ${name} ahora.`,
      'Su teléfono puede llevar tiempo apagado, o ha bloqueado esta cuenta.',
    ],
    marketing_cap: (name, network) => [
      `${network} no lleva más publicidad a ${name} por ahora.`,
      'Una respuesta a lo que escriba sale en todo momento.',
    ],
    blocked_bot: (name) => [`${name} ha bloqueado este bot.`, 'Solo esa persona puede dejarle escribir de nuevo.'],
    not_begun: (name, network) => [`${name} aún no ha escrito a este bot.`, `En ${network} un bot responde y nunca empieza.`],
    conversation_gone: (name) => ['Esta conversación ha terminado en la red.', `Sigue cuando ${name} vuelva a escribir.`],
    opted_out: (name) => [`${name} no quiere publicidad de esta cuenta.`, 'Puede permitirla de nuevo en su teléfono.'],
    experiment: (name, network) => [`${network} no lleva publicidad a ${name} por una prueba suya.`, 'Acepta texto cuando escriba.'],
    blocked_by_us: (name, network) => [
      `Esta cuenta tiene bloqueado a ${name} en ${network}.`,
      'Un administrador puede desbloquearlo allí.',
    ],
    recipient_invalid: (name, network) => [`${name} no tiene cuenta en ${network} con esta dirección.`, 'Otro canal puede llegarle.'],
    own_number: () => ['Es el número del propio canal.', ''],
    not_on_list: (name) => [`Es un número de prueba y ${name} no está en su lista.`, 'Un administrador puede añadirlo en la red.'],
    needs_phone: (name, network) => [`${network} envía este tipo de mensaje solo a números de teléfono.`, `Pide el suyo a ${name}.`],
    content_invalid: (_name, network) => [`${network} no puede aceptar lo escrito.`, 'Cámbialo y envíalo otra vez.'],
    template_problem: (_name, network) => [`${network} rechazó la plantilla.`, 'Elige otra, o que la mire un administrador.'],
    parameters: (_name, network) => [`${network} rechazó lo que se puso en la plantilla.`, 'Rellénala de nuevo.'],
    media_problem: (_name, network) => [`${network} no pudo aceptar el archivo.`, 'Prueba con otro formato o uno más pequeño.'],
    thread_not_owned: () => ['Otra aplicación tiene ahora esta conversación.', 'Tiene que entregarla antes de que la mesa pueda escribir.'],
    transient: (_name, network) => [`${network} tuvo un fallo propio.`, ''],
    maintenance: (_name, network) => [`${network} está cambiando esta cuenta ahora mismo.`, 'Tarda un minuto más o menos.'],
    ambiguous: (_name, network) => [`${network} cortó antes de responder.`, ''],
    gave_up: (_name, network) => [`${network} no lo aceptó en todo un día.`, ''],
    silenced: () => ['Había llegado una persona antes de que el bot pudiera decirlo.', ''],
    unknown: (_name, network) => [`${network} lo rechazó por un motivo que no explicó.`, ''],
  },
};
