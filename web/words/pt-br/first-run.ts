import type { FirstRunWords } from '../en/first-run';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

export const firstRun: FirstRunWords = {
  runsHere: 'Roda no seu próprio servidor, com o próprio banco de dados.',
  language: 'Idioma',
  theme: 'Cores',
  themes: { system: 'Como o sistema', light: 'Claro', dark: 'Escuro' },
  fields: { name: 'Seu nome', email: 'E-mail', password: 'Senha', passwordHint: 'Pelo menos 8 caracteres.' },
  setup: {
    title: 'Preparar o Relaydesk',
    lead: 'Você será o primeiro administrador. Este link funciona uma vez.',
    noToken: 'Este link não tem chave. Abra o link inteiro que foi impresso na inicialização, com tudo depois do #.',
    goneTitle: 'Já está preparado',
    goneSays: 'O link de preparação não funciona mais. Entre, ou peça uma conta a um administrador.',
    button: 'Criar o primeiro administrador',
    busy: 'Criando…',
    failed: 'O administrador não foi criado',
  },
  login: {
    title: 'Entrar',
    button: 'Entrar',
    busy: 'Entrando…',
    failed: 'Não foi possível entrar',
    noAdminTitle: 'Ainda não há administrador',
    noAdminSays: 'O link de preparação está na saída da inicialização e vale por uma hora. Ao iniciar de novo, outro é impresso.',
  },
  welcome: {
    made: (name) => `Sua conta está criada, ${name}. O link não funciona para mais ninguém.`,
    title: 'Como você quer começar?',
    lead: 'Você pode fazer o outro depois; nada se perde.',
    onlyTitle: 'A mesa está pronta',
    onlyLead: 'Falta um canal: a conta para a qual seus clientes escrevem.',
    trialTitle: 'Teste com o telefone embutido',
    trialSays:
      'Seja o cliente num telefone ao lado da mesa: escreva, conheça o bot, peça uma pessoa e responda. Leva dois minutos e nada sai deste computador.',
    start: 'Começar o teste',
    starting: 'Começando…',
    trialFailed: 'O teste não começou',
    connectTitle: 'Conectar um canal',
    connectSays: 'Para os seus próprios clientes. Você precisa de acesso de administrador lá.',
    values: (count) =>
      plural(count, { one: 'um valor', other: `${['nenhum', 'um', 'dois', 'três', 'quatro', 'cinco', 'seis'][count] ?? count} valores` }),
  },
};
