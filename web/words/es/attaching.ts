import type { AttachingWords } from '../en/attaching';

const KINDS = {
  image: 'fotos',
  video: 'vídeos',
  audio: 'archivos de audio',
  voice: 'mensajes de voz',
  document: 'documentos',
  sticker: 'stickers',
} as const;

export const attaching: AttachingWords = {
  attached: 'Archivos adjuntos',
  remove: (name) => `Quitar ${name}`,
  stop: (name) => `Parar y quitar ${name}`,
  earlier: (name) => `Adelantar ${name}`,
  later: (name) => `Atrasar ${name}`,
  up: (percent) => `En camino, ${percent}`,
  waits: 'Espera a los demás',
  notUp: 'No adjuntado',
  ready: (name) => `${name} está adjunto.`,
  goesAs: { document: 'Va como documento', audio: 'Va como archivo de audio' },
  misfit: {
    empty: 'Este archivo está vacío.',
    size: (network, type, most, has) => `${network} acepta ${KINDS[type]} de hasta ${most}; este archivo tiene ${has}.`,
    type: (network, type, takes) => `${network} acepta ${KINDS[type]} solo como ${takes}.`,
  },
  voice: {
    recording: 'Grabando',
    paused: 'En pausa',
    pause: 'Pausa',
    goOn: 'Seguir',
    cancel: 'Descartar',
    done: 'Terminar',
    denied: 'El navegador no deja usar el micrófono. Permítelo en los ajustes de esta página, junto a su dirección.',
    none: 'No se encontró ningún micrófono.',
    taken: 'Otro programa está usando el micrófono.',
    insecure: 'El navegador solo graba en páginas con https, o en este ordenador.',
    unsupported: 'Este navegador no puede grabar en un formato que el canal acepte.',
    silent: 'No se grabó nada.',
  },
  viewer: {
    place: (at, count) => `${at} de ${count}`,
    next: 'Siguiente',
    previous: 'Anterior',
    larger: 'Más grande',
    smaller: 'Más pequeño',
    fit: 'Ajustar a la ventana',
    original: 'Abrir el original',
    failed: 'No se puede mostrar aquí. Descárgalo.',
  },
};
