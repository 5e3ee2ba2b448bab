import type { ShellWords } from '../en/shell';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

export const shell: ShellWords = {
  desk: 'Relaydesk',
  search: 'Buscar',
  navigation: 'Vistas',
  main: 'Principal',
  views: {
    mine: 'Míos',
    unassigned: 'Sin asignar',
    queue: 'Cola',
    mentions: 'Menciones',
    snoozed: 'Pospuestos',
    open: 'Todos los abiertos',
    closed: 'Cerrados',
  },
  teams: 'Equipos',
  savedViews: 'Vistas guardadas',
  channelsBad: (count) => plural(count, { one: '1 canal no está bien', other: `${count} canales no están bien` }),
  pages: { inbox: 'Bandeja', board: 'Tablero', contacts: 'Contactos', settings: 'Ajustes', more: 'Más', preferences: 'Preferencias' },
  skip: 'Ir a la conversación',
  presence: {
    title: 'Tu presencia',
    goOnline: 'Ponerse en línea',
    goAway: 'Ausentarse',
    goOffline: 'Desconectarse',
    online: 'Los tickets te llegan solos.',
    away: 'No llegan tickets nuevos. Los activos buscan otro agente.',
    offline: 'Como ausente, y te ven desconectado.',
    droppedAt: (time) => `Se te desconectó a las ${time}.`,
    dropped: 'El servidor ya no tenía conexión contigo.',
    stayOffline: 'Seguir desconectado',
    notSet: 'La presencia no cambió',
  },
  signOut: 'Cerrar sesión',
  link: {
    offlineSince: (time) => `Sin conexión desde las ${time}.`,
    offline: 'Ves todo como estaba entonces. Puedes escribir; nada se envía hasta que vuelvas a pulsar Enviar.',
    tryNow: 'Intentar ahora',
    catchingUp: 'De nuevo en línea, poniéndose al día',
    upToDate: 'Al día.',
    changed: (count) => plural(count, { one: '1 ticket cambió', other: `${count.toLocaleString('es')} tickets cambiaron` }),
    whileOffline: 'mientras no había conexión.',
    showThem: 'Mostrarlos',
  },
  notFound: {
    title: 'Aquí no hay nada',
    says: 'Esta dirección no lleva a ninguna parte, o lo que había ya no está.',
    back: 'A la bandeja',
  },
  trialMark: 'Prueba: solo en este equipo',
  pushed: {
    message: 'Mensaje nuevo, ticket #{number}',
    assigned: 'El ticket #{number} es tuyo',
    due: 'El ticket #{number} vence',
    mention: 'Una nota del ticket #{number} te menciona',
  },
};
