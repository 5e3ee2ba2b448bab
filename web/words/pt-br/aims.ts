import type { AimsWords } from '../en/aims';

export const aims: AimsWords = {
  title: 'Em quanto tempo',
  about: 'Como funcionam as metas',
  aboutSays: [
    'A primeira resposta conta desde a abertura do ticket; a próxima, desde a primeira mensagem que ninguém respondeu; a solução, desde a abertura ou reabertura até o fechamento.',
    'O tempo conta no horário de trabalho da equipe do ticket.',
    'Decide, campo a campo, a linha mais específica que tenha um tempo: equipe e prioridade, depois equipe, depois prioridade.',
    'As metas de um ticket adiado continuam correndo.',
  ],
  whose: 'De quais tickets',
  team: 'Equipe',
  priority: 'Prioridade',
  everyTeam: 'Todas as equipes',
  everyPriority: 'Todas as prioridades',
  fields: { firstAnswer: 'Primeira resposta', nextAnswer: 'Próxima resposta', resolution: 'Solução' },
  empty: 'Ainda não há metas: nada vence e nada se atrasa.',
  add: 'Adicionar uma linha',
  remove: 'Remover esta linha',
  twice: 'Outra linha é para a mesma equipe e prioridade.',
  warnings: 'Quando fica tarde',
};
