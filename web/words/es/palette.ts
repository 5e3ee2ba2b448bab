import type { PaletteWords } from '../en/palette';

export const palette: PaletteWords = {
  title: 'Acciones y búsqueda',
  placeholder: 'Qué hacer, o a quién buscar',
  on: (number) => `Con #${number}`,
  results: 'Resultados',
  groups: { recent: 'Reciente', ticket: 'Este ticket', found: 'Tickets y personas', go: 'Ir a', me: 'Tú', desk: 'El servidor' },
  choose: 'elegir',
  doIt: 'hacerlo',
  away: 'cerrar',
  also: '#1042, +34…, @nombre y texto también sirven',
  looking: 'Buscando…',
  notLooked: 'No se buscó',
  nothing: (text) => `Nada para «${text}»`,
  nothingSays: 'Se busca en acciones, nombres, números y mensajes, también en tickets cerrados.',
  count: (count) => (count === 1 ? '1 resultado' : `${count} resultados`),
  places: { settings: 'Ajustes' },
  goTo: (number) => `Ir a #${number}`,
  presence: { online: 'Ponerse en línea', away: 'Ausentarse', offline: 'Desconectarse' },
};
