import type { Words } from '../en';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

export const delivery: Words['delivery'] = {
  retry: 'Tentar de novo',
  writeAgain: 'Escrever de novo',
  sendAgain: 'Enviar de novo',
  arrived: 'Chegou',
  notRetried: 'Não enviada de novo',
  notSettled: 'Não guardado',
  tried: (count, code) =>
    `${plural(count, { one: 'Tentado uma vez', other: `Tentado ${count} vezes` })}${code === null ? '' : `, erro ${code}`}.`,
  error: (code) => `Erro ${code}.`,
  uncertain: (network, name) =>
    `${network} interrompeu antes de responder. Não repetimos por conta própria: ${name} poderia receber duas vezes.`,
  notSent: (reason) => `Não enviada: ${reason}`,
  twice: (name) => `${name} recebeu duas vezes: foi enviada de novo embora a primeira tivesse chegado.`,
  notBefore: (at) => `Pode sair de novo a partir de ${at}.`,
  waits: {
    until: (at) => `Tentamos de novo por conta própria às ${at}.`,
    again: 'Tentamos de novo por conta própria.',
    paused: 'O canal está pausado. Sai sozinha quando um administrador tiver acertado o canal.',
  },
  attempts: {
    show: (count) => plural(count, { one: 'Mostrar a tentativa', other: `Mostrar as ${count} tentativas` }),
    number: (count) => `Tentativa ${count}`,
    outcomes: {
      postponed: 'não aceita, será tentada de novo',
      failed: 'recusada',
      uncertain: 'sem resposta',
      sent: 'enviada',
      decided: 'viu-se que chegou',
    },
    by: (name) => `por ${name}`,
  },
  paused: {
    one: (name) => `${name} está pausado: nada é enviado.`,
    more: (count) => `${count} canais estão pausados: nada é enviado por eles.`,
    why: 'O que se escreve espera e sai quando o canal estiver acertado.',
    settings: 'Abrir as configurações',
    channels: 'Abrir os canais',
  },
  reasons: {
    auth: (_name, network) => [
      `${network} não aceita mais o acesso da mesa.`,
      'Um administrador pode renová-lo nas configurações do canal.',
    ],
    account_restricted: (_name, network) => [
      `${network} não deixa esta conta enviar agora.`,
      'Um administrador pode ver as configurações do canal.',
    ],
    payment: (_name, network) => [
      `${network} não consegue cobrar esta conta.`,
      'Um administrador pode acertar o pagamento na rede e salvar o canal de novo.',
    ],
    rate_limited: (name) => [`Mensagens demais para ${name} em pouco tempo.`, 'Espere alguns minutos antes de escrever de novo.'],
    busy: (_name, network) => [`Mensagens demais de uma vez por este canal, diz ${network}.`, 'Espere alguns minutos.'],
    spam: (_name, network) => [
      `${network} freou esta conta, porque muita gente não queria as mensagens dela.`,
      'Escreva para menos pessoas por um tempo.',
    ],
    window_closed: (name, network) => [
      'O tempo para responder livremente tinha acabado.',
      `${network} volta a aceitar texto quando ${name} escrever.`,
    ],
    recipient_unavailable: (name, network) => [
      `${network} não consegue chegar a ${name} agora.`,
      'O telefone pode estar desligado há muito tempo, ou esta conta foi bloqueada.',
    ],
    marketing_cap: (name, network) => [
      `${network} não leva mais publicidade a ${name} por enquanto.`,
      'Uma resposta ao que a pessoa escrever sai a qualquer momento.',
    ],
    blocked_bot: (name) => [`${name} bloqueou este bot.`, 'Só a pessoa pode deixar que ele escreva de novo.'],
    not_begun: (name, network) => [`${name} ainda não escreveu a este bot.`, `No ${network} um bot responde e nunca começa.`],
    conversation_gone: (name) => ['Esta conversa terminou na rede.', `Ela continua quando ${name} escrever de novo.`],
    opted_out: (name) => [`${name} não quer publicidade desta conta.`, 'A pessoa pode permitir de novo no telefone.'],
    experiment: (name, network) => [
      `${network} não leva publicidade a ${name} por um teste próprio.`,
      'Aceita texto quando a pessoa escrever.',
    ],
    blocked_by_us: (name, network) => [`Esta conta bloqueou ${name} no ${network}.`, 'Um administrador pode desbloquear lá.'],
    recipient_invalid: (name, network) => [`${name} não tem conta no ${network} com este endereço.`, 'Outro canal pode chegar lá.'],
    own_number: () => ['É o número do próprio canal.', ''],
    not_on_list: (name) => [`É um número de teste e ${name} não está na lista dele.`, 'Um administrador pode acrescentar na rede.'],
    needs_phone: (name, network) => [`${network} envia este tipo de mensagem só a números de telefone.`, `Peça o número a ${name}.`],
    content_invalid: (_name, network) => [`${network} não pode aceitar o que foi escrito.`, 'Mude e envie de novo.'],
    template_problem: (_name, network) => [`${network} recusou o modelo.`, 'Escolha outro, ou peça a um administrador que o veja.'],
    parameters: (_name, network) => [`${network} recusou o que foi posto no modelo.`, 'Preencha de novo.'],
    media_problem: (_name, network) => [`${network} não conseguiu aceitar o arquivo.`, 'Tente outro formato ou um menor.'],
    thread_not_owned: () => ['Outro aplicativo está com esta conversa agora.', 'Ele precisa entregá-la antes que a mesa possa escrever.'],
    transient: (_name, network) => [`${network} teve uma falha própria.`, ''],
    maintenance: (_name, network) => [`${network} está mudando esta conta agora.`, 'Leva cerca de um minuto.'],
    ambiguous: (_name, network) => [`${network} interrompeu antes de responder.`, ''],
    gave_up: (_name, network) => [`${network} não aceitou durante um dia inteiro.`, ''],
    silenced: () => ['Uma pessoa tinha chegado antes que o bot pudesse dizê-lo.', ''],
    unknown: (_name, network) => [`${network} recusou por um motivo que não explicou.`, ''],
  },
};
