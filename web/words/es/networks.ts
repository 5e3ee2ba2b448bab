import type { NetworksWords } from '../en/networks';

export const networks: NetworksWords = {
  about: {
    whatsapp_cloud: 'Un número de empresa, por la Cloud API de Meta',
    instagram: 'Mensajes directos de una cuenta profesional',
    messenger: 'Mensajes a una página de Facebook',
    whatsapp_web: 'El teléfono que tienes, como dispositivo vinculado',
    telegram: 'Un bot, con o sin dirección pública',
    botframework: 'Teams, Web Chat, Direct Line y otros',
    webchat: 'Un chat en tu propio sitio',
    webhook: 'Un canal propio, por JSON firmado',
  },
  warning: {
    whatsapp_web:
      'WhatsApp no conoce esta vía y puede bloquear el número. Úsala con un número del que puedas prescindir, nunca para envíos masivos. Las plantillas y las herramientas de WhatsApp para empresas necesitan la Cloud API.',
  },
  stepsTitle: 'Antes de empezar',
  steps: {
    whatsapp_cloud: [
      'En developers.facebook.com crea una app de tipo Business y añade WhatsApp.',
      'En WhatsApp, API Setup, lee los dos identificadores.',
      'En la configuración del negocio crea un usuario del sistema, dale la app y la cuenta, y crea su token.',
    ],
    instagram: [
      'Convierte la cuenta en profesional y permite en sus ajustes el acceso a los mensajes.',
      'En developers.facebook.com crea una app y añade Instagram.',
      'Crea allí un token para la cuenta.',
    ],
    messenger: [
      'En developers.facebook.com crea una app y añade Messenger.',
      'En los ajustes de Messenger conecta la página y crea su token.',
      'Para clientes sin un rol en la app, pide pages_messaging en su revisión.',
    ],
    whatsapp_web: [
      'Ten el teléfono a mano: sigue siendo el dueño del número.',
      'Chromium o Chrome tiene que estar en esta máquina (CHROME_PATH).',
      'En la página siguiente muestra una imagen al teléfono, o escribe allí un código.',
    ],
    telegram: [
      'Escribe /newbot a @BotFather y da un nombre al bot.',
      'Copia el token con el que responde.',
      'Polling funciona en todas partes. Un webhook necesita PUBLIC_URL con https.',
    ],
    botframework: [
      'En el portal de Azure crea un Azure Bot.',
      'En Configuration lee su identificador de app; crea un secreto de cliente de la app.',
      'Añade allí los canales que quieras: Teams, Web Chat, Direct Line.',
    ],
    webchat: ['Ten las direcciones de las páginas que muestran el chat.', 'La página siguiente tiene una línea para ellas.'],
    webhook: [
      'Ten algo que reciba POST de JSON: la guía tiene un cliente de 40 líneas.',
      'Inventa un secreto; los dos lados firman con él.',
      'La página siguiente muestra la dirección para lo que envías.',
    ],
  },
  next: {
    whatsapp_web: 'Después, la página siguiente muestra una imagen para el teléfono.',
    telegram: 'Después escribe al bot: la página siguiente muestra lo que llega.',
    botframework: 'Después pegas una dirección en Azure; la página siguiente la muestra.',
    webchat: 'Después pones una línea en tus páginas; la página siguiente la muestra.',
    webhook: 'Después envías a una dirección; la página siguiente la muestra.',
  },
  caller: {
    whatsapp_cloud: 'Meta',
    instagram: 'Meta',
    messenger: 'Meta',
    telegram: 'Telegram',
    botframework: 'Bot Framework',
  },
  callerElse: 'El otro lado',
  part: { whatsapp_web: 'Teléfono', webchat: 'En tu sitio' },
  partOfLine: 'Línea',
  partElse: 'Eventos',
  paste: {
    telegram: {
      title: 'Lo que llama Telegram',
      where: 'No hay nada que pegar: la dirección se comunica sola a Telegram.',
      url: 'Dirección',
    },
    botframework: {
      title: 'Pega esto en Azure',
      where: 'Dónde en Azure: tu bot, después Configuration. Todos los bots de aquí tienen el mismo punto de conexión.',
      url: 'Messaging endpoint',
    },
    webhook: {
      title: 'A dónde enviar',
      where:
        'Envía cada evento con POST a esta dirección, firmado como dice Standard Webhooks. Lo que sale de aquí se firma con el mismo secreto.',
      url: 'Dirección',
    },
  },
  openapi: 'La descripción de los dos sentidos (OpenAPI)',
  line: {
    title: 'Línea',
    notLoaded: 'No se sabe cómo va la línea',
    states: {
      starting: 'En camino',
      pairing: 'Espera un teléfono',
      ready: 'Abierta',
      waiting: 'Perdida; lo intenta otra vez',
      failed: 'Te necesita',
    },
    says: {
      starting: 'La línea se está abriendo.',
      pairing: 'Alguien tiene que mostrarle el teléfono.',
      ready: 'Llega lo que escriben los clientes.',
      waiting: 'Lo que los clientes escriban mientras tanto se recoge cuando vuelva a abrirse.',
      failed: 'Ya no lo intenta por sí sola.',
    },
    codes: {
      unreachable: 'Desde esta máquina no se alcanza la red.',
      conflict: 'Otra cosa tiene la línea de esta cuenta. Ciérrala allí.',
      refused: 'La red no acepta el token. Pega uno nuevo en Cuenta.',
      logged_out: 'Se cerró la sesión de la cuenta.',
      no_browser: 'No se encontró Chrome: instala chromium o define CHROME_PATH.',
    },
    since: (moment) => `desde ${moment}`,
    account: 'Cuenta',
    retryAt: (moment) => `Próximo intento: ${moment}.`,
    restart: 'Abrirla de nuevo',
    restarting: 'Pedido',
    notRestarted: 'No se pidió',
  },
  choices: {
    'login instagram': 'Instagram',
    'login facebook': 'Facebook',
    'mode webhook': 'Webhook: Telegram llama aquí',
    'mode polling': 'Polling: se pregunta a Telegram',
    'position right': 'Derecha',
    'position left': 'Izquierda',
  },
  perLine: 'Uno por línea.',
  makeUp: 'Inventar uno',
  madeUp: 'Cópialo ahora: una vez guardado no se vuelve a mostrar.',
};
