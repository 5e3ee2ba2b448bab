import type { ShellWords } from '../en/shell';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

export const shell: ShellWords = {
  desk: 'Relaydesk',
  search: 'Buscar',
  navigation: 'Visões',
  main: 'Principal',
  views: {
    mine: 'Meus',
    unassigned: 'Sem responsável',
    queue: 'Fila',
    mentions: 'Menções',
    snoozed: 'Adiados',
    open: 'Todos os abertos',
    closed: 'Fechados',
  },
  teams: 'Equipes',
  savedViews: 'Visões salvas',
  channelsBad: (count) => plural(count, { one: '1 canal não está bem', other: `${count} canais não estão bem` }),
  pages: { inbox: 'Entrada', board: 'Quadro', contacts: 'Contatos', settings: 'Ajustes', more: 'Mais', preferences: 'Preferências' },
  skip: 'Ir para a conversa',
  presence: {
    title: 'Sua presença',
    goOnline: 'Ficar on-line',
    goAway: 'Ausentar-se',
    goOffline: 'Ficar off-line',
    online: 'Os tickets chegam até você sozinhos.',
    away: 'Não chegam tickets novos. Os ativos procuram outro agente.',
    offline: 'Como ausente, e você aparece como desconectado.',
    droppedAt: (time) => `Você foi posto off-line às ${time}.`,
    dropped: 'O servidor não tinha mais conexão com você.',
    stayOffline: 'Continuar off-line',
    notSet: 'A presença não mudou',
  },
  signOut: 'Sair',
  link: {
    offlineSince: (time) => `Off-line desde ${time}.`,
    offline: 'Você vê tudo como estava. Pode escrever; nada é enviado até tocar em Enviar de novo.',
    tryNow: 'Tentar agora',
    catchingUp: 'On-line de novo, atualizando',
    upToDate: 'Atualizado.',
    changed: (count) => plural(count, { one: '1 ticket mudou', other: `${count.toLocaleString('pt-BR')} tickets mudaram` }),
    whileOffline: 'enquanto você estava sem conexão.',
    showThem: 'Mostrar',
  },
  notFound: { title: 'Nada aqui', says: 'Este endereço não leva a lugar nenhum, ou o que havia aqui se foi.', back: 'Para a entrada' },
  trialMark: 'Teste: só neste computador',
  pushed: {
    message: 'Mensagem nova, ticket #{number}',
    assigned: 'O ticket #{number} é seu',
    due: 'O ticket #{number} vence',
    mention: 'Uma nota do ticket #{number} menciona você',
  },
};
