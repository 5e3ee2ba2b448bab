import type { KeysWords } from '../en/keys';

export const keys: KeysWords = {
  help: 'Teclas',
  back: 'Un nivel atrás: menú, cuadro, conversación, lista',
  round: 'Parte siguiente de la página',
  roundBack: 'Parte anterior de la página',
  groups: { ticket: 'El ticket abierto', list: 'La lista', write: 'Al escribir', desk: 'En todas partes' },
  fixed: {
    send: 'Enviar',
    canned: 'Respuestas guardadas, al inicio de una palabra',
    mention: 'Mencionar a un colega, en una nota',
    last: 'El último mensaje propio, con el cuadro vacío',
    up: 'Arriba',
    down: 'Abajo',
    open: 'Abrir y escribir',
    select: 'Elegir, o dejar de elegir',
    range: 'Elegir también el siguiente',
  },
};
