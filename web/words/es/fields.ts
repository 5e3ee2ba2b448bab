import type { FieldsWords } from '../en/fields';

export const fields: FieldsWords = {
  about: 'Qué es un campo',
  aboutSays: [
    'Algo propio que se rellena junto a un ticket o una persona: un número de pedido, un día de entrega, un motivo.',
    'De qué es y qué contiene no se puede cambiar después. Los nombres, las opciones y el orden sí.',
    'La clave es para los programas: sigue igual se llame como se llame el campo.',
  ],
  of: { ticket: 'De tickets', contact: 'De contactos' },
  ofLabel: 'Pertenece a',
  none: 'Aún no hay campos.',
  name: 'Nombre',
  type: 'Contiene',
  types: { text: 'Texto', number: 'Número', choice: 'Una de varias opciones', date: 'Día' },
  choices: 'Opciones',
  choicesOf: (name) => `Opciones de ${name}, una por línea`,
  oneALine: 'Una por línea.',
  up: (name) => `Subir ${name}`,
  down: (name) => `Bajar ${name}`,
  add: 'Añadir campo',
  addTitle: 'Un campo nuevo',
  notAdded: 'No se añadió',
  remove: 'Quitar este campo',
  removeOf: (name) => `Quitar ${name}`,
  removeTitle: (name) => `¿Quitar el campo «${name}»?`,
  removeSays: 'Nadie lo verá. Lo que se rellenó se guarda, y vuelve si vuelve un campo con la misma clave.',
  notRemoved: 'No se quitó',
};
