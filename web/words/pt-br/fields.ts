import type { FieldsWords } from '../en/fields';

export const fields: FieldsWords = {
  about: 'O que é um campo',
  aboutSays: [
    'Algo próprio que se preenche ao lado de um ticket ou de uma pessoa: um número de pedido, um dia de entrega, um motivo.',
    'De que é e o que contém não pode mudar depois. Nomes, opções e ordem podem.',
    'A chave é para os programas: fica igual, seja qual for o nome do campo.',
  ],
  of: { ticket: 'De tickets', contact: 'De contatos' },
  ofLabel: 'Pertence a',
  none: 'Ainda não há campos.',
  name: 'Nome',
  type: 'Contém',
  types: { text: 'Texto', number: 'Número', choice: 'Uma de várias opções', date: 'Dia' },
  choices: 'Opções',
  choicesOf: (name) => `Opções de ${name}, uma por linha`,
  oneALine: 'Uma por linha.',
  up: (name) => `Subir ${name}`,
  down: (name) => `Descer ${name}`,
  add: 'Adicionar campo',
  addTitle: 'Um campo novo',
  notAdded: 'Não foi adicionado',
  remove: 'Tirar este campo',
  removeOf: (name) => `Tirar ${name}`,
  removeTitle: (name) => `Tirar o campo “${name}”?`,
  removeSays: 'Ninguém o verá. O que foi preenchido fica guardado, e volta se voltar um campo com a mesma chave.',
  notRemoved: 'Não foi tirado',
};
