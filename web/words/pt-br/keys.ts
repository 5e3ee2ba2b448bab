import type { KeysWords } from '../en/keys';

export const keys: KeysWords = {
  help: 'Teclas',
  back: 'Um nível atrás: menu, caixa, conversa, lista',
  round: 'Próxima parte da página',
  roundBack: 'Parte anterior da página',
  groups: { ticket: 'O ticket aberto', list: 'A lista', write: 'Ao escrever', desk: 'Em toda parte' },
  fixed: {
    send: 'Enviar',
    canned: 'Respostas prontas, no início de uma palavra',
    mention: 'Mencionar um colega, em uma nota',
    last: 'A última mensagem sua, com a caixa vazia',
    up: 'Acima',
    down: 'Abaixo',
    open: 'Abrir e escrever',
    select: 'Selecionar, ou não',
    range: 'Selecionar também o próximo',
  },
};
