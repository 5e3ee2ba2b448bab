import type { SettingsWords } from '../en/settings';

export const settings: SettingsWords = {
  frame: {
    title: 'Ajustes',
    groups: { people: 'Pessoas', words: 'Palavras' },
    sections: {
      general: 'Geral',
      channels: 'Canais',
      stages: 'Etapas',
      fields: 'Campos',
      timers: 'Temporizadores',
      routing: 'Distribuição',
      rules: 'Regras de distribuição',
      targets: 'Metas',
      delivery: 'Entrega',
      policy: 'Regras',
      agents: 'Agentes',
      teams: 'Equipes',
      tokens: 'Tokens de API',
      audit: 'Registro de mudanças',
      bots: 'Bots',
      texts: 'Textos do sistema',
      canned: 'Respostas prontas',
    },
    adminsOnly: 'Só um administrador vê os ajustes.',
    yourAdmins: (names, count) => `${count === 1 ? 'O seu é' : 'Os seus são'} ${names}.`,
  },
};
