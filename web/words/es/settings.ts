import type { SettingsWords } from '../en/settings';

export const settings: SettingsWords = {
  frame: {
    title: 'Ajustes',
    groups: { people: 'Personas', words: 'Palabras' },
    sections: {
      general: 'General',
      channels: 'Canales',
      stages: 'Etapas',
      fields: 'Campos',
      timers: 'Temporizadores',
      routing: 'Reparto',
      rules: 'Reglas de reparto',
      targets: 'Objetivos',
      delivery: 'Entrega',
      policy: 'Reglas',
      agents: 'Agentes',
      teams: 'Equipos',
      tokens: 'Tokens de API',
      audit: 'Registro de cambios',
      bots: 'Bots',
      texts: 'Textos del sistema',
      canned: 'Respuestas guardadas',
    },
    adminsOnly: 'Solo un administrador ve los ajustes.',
    yourAdmins: (names, count) => `${count === 1 ? 'El tuyo es' : 'Los tuyos son'} ${names}.`,
  },
};
