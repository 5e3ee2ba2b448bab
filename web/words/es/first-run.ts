import type { FirstRunWords } from '../en/first-run';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

export const firstRun: FirstRunWords = {
  runsHere: 'Funciona en tu propio servidor, con su propia base de datos.',
  language: 'Idioma',
  theme: 'Colores',
  themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
  fields: { name: 'Tu nombre', email: 'Correo', password: 'Contraseña', passwordHint: 'Al menos 8 caracteres.' },
  setup: {
    title: 'Poner Relaydesk en marcha',
    lead: 'Serás su primer administrador. Este enlace funciona una vez.',
    noToken: 'Este enlace no tiene ficha. Abre el enlace entero que se imprimió al arrancar, con todo lo que sigue al #.',
    goneTitle: 'Ya está en marcha',
    goneSays: 'Su enlace de puesta en marcha ya no sirve. Inicia sesión o pide una cuenta a un administrador.',
    button: 'Crear el primer administrador',
    busy: 'Creando…',
    failed: 'No se creó el administrador',
  },
  login: {
    title: 'Iniciar sesión',
    button: 'Iniciar sesión',
    busy: 'Entrando…',
    failed: 'No se inició la sesión',
    noAdminTitle: 'Aún no hay administrador',
    noAdminSays:
      'El enlace de puesta en marcha está en la salida del arranque y sirve durante una hora. Al arrancar de nuevo se imprime otro.',
  },
  welcome: {
    made: (name) => `Tu cuenta está creada, ${name}. El enlace ya no sirve para nadie más.`,
    title: '¿Cómo quieres empezar?',
    lead: 'Puedes hacer lo otro después; no se pierde nada.',
    onlyTitle: 'La mesa está lista',
    onlyLead: 'Falta un canal: la cuenta a la que escriben tus clientes.',
    trialTitle: 'Pruébalo con el teléfono incluido',
    trialSays:
      'Sé el cliente en un teléfono junto a la mesa: escribe, conoce al bot, pide una persona y responde. Lleva dos minutos y nada sale de este equipo.',
    start: 'Empezar la prueba',
    starting: 'Empezando…',
    trialFailed: 'La prueba no empezó',
    connectTitle: 'Conectar un canal',
    connectSays: 'Para tus propios clientes. Necesitas acceso de administrador allí.',
    values: (count) =>
      plural(count, { one: 'un valor', other: `${['ningún', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis'][count] ?? count} valores` }),
  },
};
