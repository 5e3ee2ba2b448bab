import type { HealthWords } from '../en/health';
import { pluralIn } from '../plural';

const plural = pluralIn('es');
const many = (count: number) => count.toLocaleString('es');
const because = (detail: string) => (detail === '' ? '.' : `: ${detail}`);

export const health: HealthWords = {
  states: { good: 'Bien', bad: 'Mal', unknown: 'Aún no se sabe' },
  since: (moment) => `desde ${moment}`,
  asked: (moment) => `Última respuesta de la red: ${moment}.`,
  notAsked: 'A la red aún no se le ha preguntado. Ocurre por sí solo en un minuto.',
  trial: 'Un canal de la prueba siempre está bien: su red es la propia mesa.',
  notLoaded: 'El estado del canal no se muestra',
  check: 'Comprobar ahora',
  checking: 'Preguntando a la red…',
  notChecked: 'No se comprobó',
  seenTo: 'Resuelto',
  notSeenTo: 'No se marcó',
  toAccount: 'Abrir la cuenta',
  toWebhook: 'Abrir la conexión',
  warning: 'Conviene mirarlo',
  nothing: 'No hay ningún problema.',
  nothingKnown: 'Aún no se ha recibido, enviado ni comprobado nada.',
  problems: {
    token_invalid: {
      says: ({ moment, detail }) =>
        moment ? `El token de acceso terminó ${moment}.` : `La red no acepta el token o la clave de este canal${because(detail)}`,
      do: 'Crea otro en la red, o mira cuál conoce, y pégalo en Cuenta. Lo que espera sale entonces.',
    },
    token_expiring: {
      says: ({ moment }) => `El token de acceso termina ${moment}.`,
      do: 'Crea otro en la red y pégalo en Cuenta antes de esa fecha.',
    },
    paused: {
      says: ({ detail }) => `No se envía nada${because(detail)}`,
      do: 'Corrígelo en Cuenta y guarda. Lo que espera sale entonces.',
    },
    wrong_account: {
      says: ({ detail }) => `Algo de la cuenta no está bien${because(detail)}`,
      do: 'Compara lo que hay en Cuenta con lo que tiene la red.',
    },
    scopes_missing: {
      says: ({ names }) => `Al token de acceso le faltan permisos: ${names}.`,
      do: 'Crea un token que los tenga y pégalo en Cuenta.',
    },
    not_subscribed: {
      says: () => 'Meta no le cuenta nada de esta cuenta a la app.',
      do: 'Suscribe la app a la cuenta; la página del webhook dice cómo. Tras una hora sin respuesta, Meta la da de baja por sí sola.',
    },
    account_alarm: {
      says: ({ detail }) => `La red dice de la cuenta${because(detail)}`,
      do: 'Mira la cuenta en la red. Cuando esté resuelto, márcalo.',
    },
    quality_low: {
      says: () => 'Meta califica de baja la calidad de lo que se envía.',
      do: 'Envía menos mensajes que nadie pidió: Meta baja el límite o bloquea el número.',
    },
    foreign_secret: {
      says: ({ names }) => `Lo que llega a este webhook viene firmado con la clave de ${names || 'otro canal'}, y se rechaza.`,
      do: 'Da a quien llama la dirección de ese canal, o pega aquí la clave con la que firma.',
    },
    signature_failures: {
      says: ({ count }) => `${many(count)} llamadas seguidas al webhook se rechazaron: su firma no es correcta.`,
      do: 'Pega la clave con la que la red firma sus llamadas a esta dirección.',
    },
    no_handshake: {
      says: () => 'Meta nunca ha llamado al webhook: no se puede recibir nada.',
      do: 'Pega la dirección y el token de verificación en Meta.',
    },
    no_event: {
      says: ({ moment }) => `El webhook se configuró ${moment}, y desde entonces no ha llegado nada.`,
      do: 'Escribe tú a la cuenta. Si no llega, mira lo que dice la página de su conexión.',
    },
    not_set_up: {
      says: ({ detail }) => `No se le pudo decir a la red adónde llamar${because(detail)}`,
      do: 'Corrige lo que dice y guarda el canal, o espera: se vuelve a intentar.',
    },
    line_down: {
      says: ({ moment, detail }) => `La línea con la red no está abierta desde ${moment}${because(detail)}`,
      do: 'Mira qué espera: vincular un teléfono, un navegador, la red.',
    },
    unreachable: {
      says: ({ moment, detail }) => `La red no responde desde ${moment}${because(detail)}`,
      do: 'Mira si la máquina de la mesa llega hasta ella.',
    },
    queue_waits: {
      says: ({ count, moment }) =>
        plural(count, {
          one: `1 mensaje espera desde ${moment}.`,
          other: `${many(count)} mensajes esperan, el más antiguo desde ${moment}.`,
        }),
      do: 'Mira los otros problemas. Si no hay ninguno, mira la página de estado de la red.',
    },
    silence: {
      says: ({ hours, usual, weeks }) =>
        `No llega nada desde hace ${plural(hours, { one: 'una hora', other: `${many(hours)} horas` })}. En las últimas ${weeks} semanas estas horas trajeron al menos ${many(usual)} eventos cada vez.`,
      do: 'Escribe tú a la cuenta. Si no llega, mira lo que dice la página de su conexión.',
    },
    token_old: {
      says: ({ moment, days }) =>
        `El token de acceso está aquí desde ${moment}; la red termina estos tokens a los ${many(days)} días si no se renuevan.`,
      do: 'Renuévalo en la red, o crea otro, y pégalo en Cuenta.',
    },
    other_apps: {
      says: ({ names }) => `Otras apps también oyen esta cuenta: ${names}.`,
      do: 'Si una de ellas también responde a clientes, da de baja su suscripción en Meta.',
    },
    swapped_urls: {
      says: ({ names }) => `Sus eventos llegan a la dirección de ${names || 'otro canal'}, y los de ese a esta. Se oyen igualmente.`,
      do: 'Intercambia las dos direcciones en Meta.',
    },
    gaps: {
      says: ({ statuses, replies }) =>
        `En un día llegaron ${many(statuses)} acuses y ${many(replies)} respuestas sobre mensajes que la mesa no conoce.`,
      do: 'Mira si alguien más envía desde esta cuenta, y si el webhook estuvo caído.',
    },
  },
  facts: {
    title: 'Por qué se juzga así',
    token: 'Token de acceso',
    tokenGood: 'aceptado',
    tokenBad: 'no aceptado',
    tokenEnds: (moment) => `termina ${moment}`,
    tokenNoEnd: 'no se conoce su fin',
    heard: 'Último evento',
    sent: 'Último mensaje aceptado por la red',
    waiting: 'Espera a ser enviado',
    waitingSince: (count, moment) => `${many(count)}, el más antiguo desde ${moment}`,
    nothingWaits: 'nada',
    slowed: 'Frenado por la red',
    slowedUntil: (moment, detail) => `hasta ${moment}: ${detail}`,
    signatures: 'Firmas incorrectas',
    signaturesSince: (count, moment) => plural(count, { one: `1, ${moment}`, other: `${many(count)}, la última ${moment}` }),
    handshake: 'Verificación del webhook',
    quality: 'Calidad',
    ratings: { green: 'alta', yellow: 'media', red: 'baja' },
    limit: (limit) => `límite ${limit}`,
    quiet: 'Silencio',
    quietFor: (hours, usual, weeks) =>
      `${plural(hours, { one: '1 hora', other: `${many(hours)} horas` })}; la más pobre de ${weeks} semanas trajo ${many(usual)} en estas`,
    quietUnknown: 'nada raro, o aún no hay dos semanas con que comparar',
    gaps: 'Sobre mensajes desconocidos, en un día',
    gapsOf: (statuses, replies) => `${many(statuses)} acuses, ${many(replies)} respuestas`,
    apps: 'Apps que oyen la cuenta',
    ours: 'la nuestra',
    noApp: 'ninguna',
    appsUnknown: 'no se sabe',
    otherUrl: 'Eventos por otra dirección',
    otherUrlOf: (count, name, moment) => `${many(count)} por la de ${name}, el último ${moment}`,
    never: 'nunca',
    none: 'ninguna',
    unknown: 'no se sabe',
  },
  history: { title: 'Historial', none: 'Aún no ha cambiado.', good: 'Bien', bad: 'Mal', unknown: 'No se sabe' },
  problemCount: (count) => plural(count, { one: '1 problema', other: `${many(count)} problemas` }),
};
