import type { HealthWords } from '../en/health';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');
const many = (count: number) => count.toLocaleString('pt-BR');
const because = (detail: string) => (detail === '' ? '.' : `: ${detail}`);

export const health: HealthWords = {
  states: { good: 'Bem', bad: 'Mal', unknown: 'Ainda não se sabe' },
  since: (moment) => `desde ${moment}`,
  asked: (moment) => `Última resposta da rede: ${moment}.`,
  notAsked: 'A rede ainda não foi consultada. Isso acontece sozinho em um minuto.',
  trial: 'Um canal do teste está sempre bem: a rede dele é a própria mesa.',
  notLoaded: 'O estado do canal não é mostrado',
  check: 'Verificar agora',
  checking: 'Consultando a rede…',
  notChecked: 'Não verificado',
  seenTo: 'Resolvido',
  notSeenTo: 'Não marcado',
  toAccount: 'Abrir a conta',
  toWebhook: 'Abrir a conexão',
  warning: 'Vale olhar',
  nothing: 'Não há nenhum problema.',
  nothingKnown: 'Nada foi recebido, enviado ou verificado ainda.',
  problems: {
    token_invalid: {
      says: ({ moment, detail }) =>
        moment ? `O token de acesso terminou ${moment}.` : `A rede não aceita o token ou a chave deste canal${because(detail)}`,
      do: 'Crie outro na rede, ou veja qual ela conhece, e cole em Conta. O que espera sai então.',
    },
    token_expiring: { says: ({ moment }) => `O token de acesso termina ${moment}.`, do: 'Crie outro na rede e cole em Conta antes disso.' },
    paused: { says: ({ detail }) => `Nada é enviado${because(detail)}`, do: 'Corrija em Conta e salve. O que espera sai então.' },
    wrong_account: {
      says: ({ detail }) => `Algo na conta não está certo${because(detail)}`,
      do: 'Compare o que está em Conta com o que a rede tem.',
    },
    scopes_missing: {
      says: ({ names }) => `Faltam permissões ao token de acesso: ${names}.`,
      do: 'Crie um token que as tenha e cole em Conta.',
    },
    not_subscribed: {
      says: () => 'A Meta não conta nada desta conta ao app.',
      do: 'Inscreva o app na conta; a página do webhook diz como. Depois de uma hora sem resposta, a Meta encerra isso sozinha.',
    },
    account_alarm: {
      says: ({ detail }) => `A rede diz da conta${because(detail)}`,
      do: 'Olhe a conta na rede. Quando estiver resolvido, marque.',
    },
    quality_low: {
      says: () => 'A Meta considera baixa a qualidade do que é enviado.',
      do: 'Envie menos mensagens que ninguém pediu: a Meta reduz o limite ou bloqueia o número.',
    },
    foreign_secret: {
      says: ({ names }) => `O que chega a este webhook vem assinado com a chave de ${names || 'outro canal'}, e é recusado.`,
      do: 'Dê a quem chama o endereço daquele canal, ou cole aqui a chave com que assina.',
    },
    signature_failures: {
      says: ({ count }) => `${many(count)} chamadas seguidas do webhook foram recusadas: a assinatura está errada.`,
      do: 'Cole a chave com que a rede assina as chamadas a este endereço.',
    },
    no_handshake: {
      says: () => 'A Meta nunca chamou o webhook: nada pode ser recebido.',
      do: 'Cole o endereço e o token de verificação na Meta.',
    },
    no_event: {
      says: ({ moment }) => `O webhook foi configurado ${moment}, e nada chegou desde então.`,
      do: 'Escreva você para a conta. Se não chegar, olhe o que diz a página da conexão.',
    },
    not_set_up: {
      says: ({ detail }) => `Não foi possível dizer à rede para onde chamar${because(detail)}`,
      do: 'Corrija o que ela diz e salve o canal, ou espere: tenta-se de novo.',
    },
    line_down: {
      says: ({ moment, detail }) => `A linha com a rede não está aberta desde ${moment}${because(detail)}`,
      do: 'Veja o que ela espera: um telefone a conectar, um navegador, a rede.',
    },
    unreachable: {
      says: ({ moment, detail }) => `A rede não responde desde ${moment}${because(detail)}`,
      do: 'Veja se a máquina da mesa chega até ela.',
    },
    queue_waits: {
      says: ({ count, moment }) =>
        plural(count, {
          one: `1 mensagem espera desde ${moment}.`,
          other: `${many(count)} mensagens esperam, a mais antiga desde ${moment}.`,
        }),
      do: 'Olhe os outros problemas. Se não houver, olhe a página de status da rede.',
    },
    silence: {
      says: ({ hours, usual, weeks }) =>
        `Nada chega há ${plural(hours, { one: 'uma hora', other: `${many(hours)} horas` })}. Nas últimas ${weeks} semanas estas horas trouxeram ao menos ${many(usual)} eventos cada vez.`,
      do: 'Escreva você para a conta. Se não chegar, olhe o que diz a página da conexão.',
    },
    token_old: {
      says: ({ moment, days }) =>
        `O token de acesso está aqui desde ${moment}; a rede encerra esses tokens após ${many(days)} dias se não forem renovados.`,
      do: 'Renove na rede, ou crie outro, e cole em Conta.',
    },
    other_apps: {
      says: ({ names }) => `Outros apps também ouvem esta conta: ${names}.`,
      do: 'Se um deles também responde a clientes, cancele a inscrição dele na Meta.',
    },
    swapped_urls: {
      says: ({ names }) =>
        `Os eventos dele chegam ao endereço de ${names || 'outro canal'}, e os daquele a este. São ouvidos do mesmo jeito.`,
      do: 'Troque os dois endereços na Meta.',
    },
    gaps: {
      says: ({ statuses, replies }) =>
        `Em um dia chegaram ${many(statuses)} recibos e ${many(replies)} respostas sobre mensagens que a mesa não conhece.`,
      do: 'Veja se mais alguém envia por esta conta, e se o webhook esteve fora.',
    },
  },
  facts: {
    title: 'Por que se julga assim',
    token: 'Token de acesso',
    tokenGood: 'aceito',
    tokenBad: 'não aceito',
    tokenEnds: (moment) => `termina ${moment}`,
    tokenNoEnd: 'o fim não é conhecido',
    heard: 'Último evento',
    sent: 'Última mensagem aceita pela rede',
    waiting: 'Espera para ser enviado',
    waitingSince: (count, moment) => `${many(count)}, a mais antiga desde ${moment}`,
    nothingWaits: 'nada',
    slowed: 'Freado pela rede',
    slowedUntil: (moment, detail) => `até ${moment}: ${detail}`,
    signatures: 'Assinaturas erradas',
    signaturesSince: (count, moment) => plural(count, { one: `1, ${moment}`, other: `${many(count)}, a última ${moment}` }),
    handshake: 'Verificação do webhook',
    quality: 'Qualidade',
    ratings: { green: 'alta', yellow: 'média', red: 'baixa' },
    limit: (limit) => `limite ${limit}`,
    quiet: 'Silêncio',
    quietFor: (hours, usual, weeks) =>
      `${plural(hours, { one: '1 hora', other: `${many(hours)} horas` })}; a mais fraca de ${weeks} semanas trouxe ${many(usual)} nestas`,
    quietUnknown: 'nada incomum, ou ainda não há duas semanas para comparar',
    gaps: 'Sobre mensagens desconhecidas, em um dia',
    gapsOf: (statuses, replies) => `${many(statuses)} recibos, ${many(replies)} respostas`,
    apps: 'Apps que ouvem a conta',
    ours: 'o nosso',
    noApp: 'nenhum',
    appsUnknown: 'não se sabe',
    otherUrl: 'Eventos por outro endereço',
    otherUrlOf: (count, name, moment) => `${many(count)} pelo de ${name}, o último ${moment}`,
    never: 'nunca',
    none: 'nenhuma',
    unknown: 'não se sabe',
  },
  history: { title: 'Histórico', none: 'Ainda não mudou.', good: 'Bem', bad: 'Mal', unknown: 'Não se sabe' },
  problemCount: (count) => plural(count, { one: '1 problema', other: `${many(count)} problemas` }),
};
