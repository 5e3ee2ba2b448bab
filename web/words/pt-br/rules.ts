import type { RulesWords } from '../en/rules';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');
const many = (count: number) => count.toLocaleString('pt-BR');

export const rules: RulesWords = {
  timers: {
    silent: 'Quando o cliente silencia',
    always: 'Em qualquer caso',
    never: 'nunca',
    editText: 'Editar o texto',
    noText: 'Ainda não há texto de lembrete, então nada é enviado.',
    noClose: 'Agora os tickets inativos não fecham sozinhos, então nada é enviado.',
  },
  life: {
    title: 'A vida de um ticket em silêncio',
    points: {
      answer: { name: 'Você responde', says: 'Ativo' },
      idle: { name: 'Inativo', says: 'continua com o agente' },
      reminder: { name: 'Lembrete', says: 'uma única vez' },
      closed: { name: 'Fechado', says: 'o bot volta' },
      tooOld: { name: 'Fechado', says: 'antigo demais' },
    },
    silence: (time) => `${time} de silêncio`,
    begins: 'Seu agente responde',
    steps: {
      idle: (time) => `${time} depois o ticket fica inativo`,
      reminder: (time) => `${time} depois o cliente recebe um lembrete`,
      closed: (time) => `${time} depois ele fecha`,
      tooOld: (time) => `${time} depois ele fecha, por ser antigo demais`,
    },
    stays: 'fica assim até alguém escrever ou fechar',
  },
  routing: {
    who: 'Quem recebe o próximo ticket',
    away: 'Quem se ausenta',
    now: 'Agora',
    nobody: 'Ninguém está on-line. Os tickets esperam na fila.',
    takes: (names) => `Podem receber tickets: ${names}.`,
    byHand: 'Ninguém recebe um ticket até que uma pessoa o atribua.',
  },
  policy: { agents: 'O que os agentes podem fazer', customers: 'Quando os clientes escrevem', bot: 'Depois de fechar' },
  general: { place: 'Onde fica a central', now: (time) => `Lá são ${time}.` },
  delivery: {
    says: 'Como as respostas chegam aos clientes e o que o Relaydesk diz quando não chegam.',
    chooseTemplate: 'Escolha um modelo',
    noTemplate: 'Nenhum modelo pode sair sozinho',
  },
  texts: {
    says: 'O que a central diz por si mesma, em seu próprio nome.',
    preview: 'Como o cliente vê',
    none: 'Nada é enviado.',
    left: (count) => plural(count, { one: 'Resta 1 caractere', other: `Restam ${many(count)} caracteres` }),
  },
  says: {
    'timers.idleAfter': {
      name: 'Ficar inativo',
      on: 'Quando um cliente não responde à nossa última mensagem por {value}, o ticket fica inativo. Seu agente continua com ele.',
      off: 'Um ticket continua ativo por mais que o cliente silencie.',
    },
    'timers.idleReminderBefore': {
      name: 'Lembrar',
      on: 'Um ticket inativo envia o texto de lembrete {value} antes de fechar, uma vez.',
      off: 'Nenhum lembrete é enviado antes de um ticket inativo fechar.',
    },
    'timers.idleCloseAfter': {
      name: 'Fechar o que está inativo',
      on: 'Quando está inativo há {value}, o ticket fecha e o bot volta a responder.',
      off: 'Um ticket inativo continua aberto até alguém escrever ou fechar.',
    },
    'timers.autoCloseAfter': {
      name: 'Fechar tudo o que é antigo',
      on: 'Um ticket aberto fecha {value} depois de ser aberto, ou {value} depois da última mensagem do cliente, se for mais tarde.',
      off: 'Nenhum ticket fecha só por ser antigo.',
    },
    'timers.inProgressAfter': {
      name: 'Trazer de volta o que foi separado',
      on: 'Um ticket em andamento volta à fila depois de {value}.',
      off: 'Um ticket em andamento fica ali até alguém assumir.',
    },
    'timers.closeUnassignedAfter': {
      name: 'Fechar o que ninguém pôde assumir',
      on: 'Um ticket pendente fecha quando ninguém pôde assumi-lo por {value}.',
      off: 'Um ticket pendente espera até haver um agente livre.',
    },
    'timers.confirmCloseAfter': {
      name: 'Perguntar antes de fechar',
      on: 'Os agentes podem perguntar ao cliente se o ticket pode ser fechado; sem resposta por {value}, ele fecha.',
      off: 'Os clientes não são perguntados antes de um ticket fechar.',
    },
    'timers.catchUp': {
      name: 'Ouvir primeiro após uma queda',
      on: 'Após uma queda de mais de cinco minutos, nada fica inativo nem fecha por {value}, para ouvir antes as mensagens atrasadas.',
    },
    'routing.strategy': { name: 'O próximo ticket vai para', on: '' },
    'routing.capacity': {
      name: 'Capacidade de um agente',
      on: 'Um agente sem número próprio recebe tickets até ter {value} ativos e proativos.',
    },
    'routing.sticky': {
      name: 'O mesmo agente',
      on: 'O agente que atendeu o cliente por último vem primeiro.',
      off: 'Não importa quem atendeu o cliente antes.',
    },
    'routing.stickyPatience': {
      name: 'Esperar por esse agente',
      on: 'Enquanto está online mas cheio, o ticket espera {value} por ele antes de ir para outro.',
      off: 'Se está cheio, o ticket vai logo para outro.',
    },
    'routing.hours': {
      name: 'Horário de trabalho',
      on: 'Tickets de equipes sem horário próprio são distribuídos neste horário.',
      off: 'Tickets são distribuídos a qualquer hora, a não ser que a equipe tenha horário próprio.',
    },
    'routing.queueAlarmAfter': {
      name: 'Dar o alarme',
      on: 'Quando um ticket está há {value} na fila, a mesa avisa.',
      off: 'Por mais que um ticket espere, não há alarme.',
    },
    'routing.warnBefore': {
      name: 'Avisar antes de perder uma meta',
      on: '{value} antes de vencer uma resposta ou uma solução, a mesa avisa.',
    },
    'routing.offlineGrace': {
      name: 'Contar como off-line',
      on: 'Um agente cuja última janela da central está fechada há {value} conta como off-line.',
    },
    'routing.keepOnAway': {
      name: 'Manter tickets na ausência',
      on: 'Agentes que se ausentam ou ficam off-line mantêm seus tickets ativos.',
      off: 'Os tickets ativos de quem se ausenta ou fica off-line encontram outro agente.',
    },
    'delivery.queuedAlarmAfter': {
      name: 'Dar o alarme',
      on: 'Quando uma mensagem esperou {value} pelo envio, o ticket dela diz isso.',
      off: 'Por mais que uma mensagem espere pelo envio, nenhum alarme é dado.',
    },
    'delivery.windowWarnBefore': {
      name: 'Avisar antes que a janela feche',
      on: '{value} antes que um cliente à espera não possa mais ser respondido livremente, o Relaydesk avisa.',
      off: 'Nada é dito antes que acabe o tempo para responder livremente.',
    },
    'delivery.fallbackTemplate': {
      name: 'Modelo para respostas que chegam tarde',
      on: 'Se a janela fecha com uma resposta em espera, o modelo {value} sai no lugar dela. Ele não tem espaços, ou só o nome do cliente.',
      off: 'Se a janela fecha com uma resposta em espera, ela falha e o cliente volta a esperar.',
    },
    'delivery.reactionsOpenWindow': {
      name: 'Reações abrem a janela',
      on: 'A reação de um cliente permite responder livremente, como uma mensagem.',
      off: 'A reação de um cliente não muda quando se pode responder livremente.',
    },
    'policy.agentsMayClose': { name: 'Fechar', on: 'Os agentes podem fechar tickets.', off: 'Só administradores fecham tickets.' },
    'policy.agentsMayTake': {
      name: 'Assumir o que foi separado',
      on: 'Os agentes podem assumir um ticket em andamento.',
      off: 'Só administradores distribuem os tickets em andamento.',
    },
    'policy.agentsMayTakeOver': {
      name: 'Assumir de um colega',
      on: 'Os agentes podem assumir um ticket que está com um colega.',
      off: 'O ticket de um colega só muda de mãos quando ele ou um administrador o transfere.',
    },
    'policy.agentsMayReopen': {
      name: 'Reabrir',
      on: 'Os agentes podem reabrir tickets fechados.',
      off: 'Só administradores reabrem tickets fechados.',
    },
    'policy.agentsSee': { name: 'Os agentes veem', on: '' },
    'policy.autoAssignOnReply': {
      name: 'Quem responde assume o ticket',
      on: 'Um agente que responde a um ticket pendente ou em andamento o assume.',
      off: 'Uma resposta a um ticket pendente ou em andamento o deixa onde está.',
    },
    'policy.wakeOnReply': {
      name: 'Acordar com uma mensagem',
      on: 'A mensagem de um cliente acorda um ticket adiado.',
      off: 'Um ticket adiado dorme até a sua hora, escreva o cliente o que escrever.',
    },
    'policy.quietClose': {
      name: 'Deixar o obrigado em paz',
      on: 'Uma figurinha ou até três emojis nos dez minutos após um fechamento não abrem nada.',
      off: 'Uma figurinha ou um emoji após um fechamento conta como qualquer mensagem.',
    },
    'policy.keepExclusion': {
      name: 'Conservar “Manter aberto”',
      on: 'Um ticket mantido aberto continua assim após uma mudança de status ou de agente.',
      off: 'Uma mudança de status à mão, uma transferência ou a saída do agente deixa de mantê-lo aberto.',
    },
    'policy.reopenWithin': {
      name: 'Reabrir para quem volta',
      on: 'Um cliente que escreve até {value} após um fechamento recebe o ticket anterior de volta.',
      off: 'Um cliente que escreve após um fechamento recebe um ticket novo.',
    },
    'policy.staleAfter': {
      name: 'Deixar o antigo para as pessoas',
      on: 'O bot não responde a uma mensagem de mais de {value}; ela abre um ticket.',
    },
    'texts.greeting': {
      name: 'Saudação',
      on: 'Enviada quando o ticket de um cliente é aberto.',
      off: 'Nada é enviado quando um ticket é aberto.',
    },
    'texts.away': {
      name: 'Ausência',
      on: 'Enviada quando o ticket de um cliente é aberto e ninguém está on-line.',
      off: 'Nada é enviado quando um ticket é aberto e ninguém está on-line.',
    },
    'texts.outOfHours': {
      name: 'Fora do horário',
      on: 'Enviado uma vez por ticket quando ele espera fora do horário, no lugar de Ausência e Demora.',
      off: 'Nada é enviado por causa da hora.',
    },
    'texts.delay': {
      name: 'Demora',
      on: 'Enviada quando um ticket é aberto e todos os agentes on-line estão ocupados.',
      off: 'Nada é enviado quando todos os agentes estão ocupados.',
    },
    'texts.closing': {
      name: 'Encerramento',
      on: 'Enviado quando um ticket fecha enquanto a rede ainda aceita texto livre.',
      off: 'Nada é enviado quando um ticket fecha.',
    },
    'texts.confirmClose': {
      name: 'Pergunta de encerramento',
      on: 'Perguntada, com um sim e um não para tocar, antes de um ticket fechar; quando, os temporizadores dizem.',
      off: 'Quando se pergunta, vai uma pergunta curta da própria mesa.',
    },
    'texts.reminder': {
      name: 'Lembrete',
      on: 'Enviado uma vez antes de um ticket inativo fechar sozinho; quando, dizem os temporizadores.',
      off: 'Nenhum lembrete é enviado, digam o que disserem os temporizadores.',
    },
    'locale.timeZone': { name: 'Fuso horário', on: 'Os dias começam e os números são agrupados pelo seu relógio.' },
    'locale.language': { name: 'Idioma', on: 'O da central; cada pessoa escolhe o seu nas preferências.' },
  },
  choices: {
    'routing.strategy': {
      round_robin: { name: 'Agentes em rodízio', on: 'On-line e com capacidade; é a vez de quem espera há mais tempo.' },
      least_busy: { name: 'Quem tem menos', on: 'Online, com espaço; quem tem mais espaço é o próximo.' },
      manual: { name: 'Ninguém automaticamente', on: 'Os tickets esperam na fila até que uma pessoa os atribua ou assuma.' },
    },
    'policy.agentsSee': {
      all: { name: 'Todos os tickets', on: 'Todos podem ajudar a todos.' },
      team: { name: 'Os seus, os das suas equipes e os livres', on: 'Livres: sem agente e sem equipe.' },
      own: { name: 'Só os seus', on: 'Os demais tickets são como se não existissem.' },
    },
  },
  wrong: {
    duration: 'Um número inteiro, de 1 segundo a 3 anos.',
    reminder: 'O lembrete precisa vir antes do fechamento: escolha menos do que o tempo até um ticket inativo fechar.',
    integer: (min, max) => `Um número inteiro de ${many(min)} a ${many(max)}.`,
    text: (max) => `Palavras, ${many(max)} caracteres no máximo. Para não enviar nada, desligue.`,
    other: 'Isto não pode ser usado.',
  },
  was: (value) => `antes: ${value}`,
  wasOff: 'antes: desligado',
  amountOf: (name) => `${name}: número`,
  unitOf: (name) => `${name}: unidade`,
  preview: {
    would: 'Isto moveria',
    openTickets: (count) => plural(count, { one: '1 ticket aberto', other: `${many(count)} tickets abertos` }),
    others: (count) =>
      plural(count, {
        one: 'agora. O outro fica como está. Nada se move até você salvar.',
        other: `agora. Os outros ${many(count)} ficam como estão. Nada se move até você salvar.`,
      }),
    noOthers: 'agora. Nada se move até você salvar.',
    nothing: 'Nada se moveria',
    nothingSays: 'Nenhum ticket aberto mudaria agora por causa disto.',
    unchanged: 'Mude um temporizador: aqui ficam, antes de salvar, os tickets que ele moveria agora.',
    wrong: 'Algo aqui não pode ser salvo como está.',
    notLooked: 'Não calculado',
    looking: 'Calculando…',
    redated: (count) =>
      plural(count, { one: 'Mais 1 venceria em outro momento.', other: `Mais ${many(count)} venceriam em outro momento.` }),
    later: (time) => `às ${time}, quando as mensagens atrasadas tiverem sido ouvidas`,
    any: 'Qualquer aberto',
    reminded: 'O lembrete é enviado',
    awake: 'Acorda',
    notes: {
      idle_close: 'silêncio demais',
      auto_close: 'antigo demais',
      unassigned: 'ninguém livre',
      confirm_close: 'sem resposta à pergunta',
    },
    examples: 'Por exemplo',
    due: (time) => `venceu há ${time}`,
  },
  scope: {
    label: 'Para quem valem',
    all: 'Todos os canais',
    differ: (count) => plural(count, { one: '1 difere', other: `${count} diferem` }),
  },
  bar: {
    changes: (count) => plural(count, { one: '1 mudança para todos os canais.', other: `${count} mudanças para todos os canais.` }),
    own: (names, count) => plural(count, { one: `${names} mantém o que tem de próprio.`, other: `${names} mantêm o que têm de próprio.` }),
    discard: 'Descartar',
    saveAndMove: (count) => plural(count, { one: 'Salvar e mover 1 ticket', other: `Salvar e mover ${many(count)} tickets` }),
  },
};
