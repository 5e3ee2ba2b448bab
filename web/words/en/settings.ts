export const settings = {
  frame: {
    title: 'Settings',
    groups: { people: 'People', words: 'Words' },
    sections: {
      general: 'General',
      channels: 'Channels',
      stages: 'Stages',
      fields: 'Fields',
      timers: 'Timers',
      routing: 'Routing',
      rules: 'Routing rules',
      targets: 'Targets',
      delivery: 'Delivery',
      policy: 'Policy',
      agents: 'Agents',
      teams: 'Teams',
      tokens: 'API tokens',
      audit: 'Audit log',
      bots: 'Bots',
      texts: 'System texts',
      canned: 'Canned replies',
    },
    adminsOnly: 'Only an admin sees the settings.',
    yourAdmins: (names: string, count: number) => `${count === 1 ? 'Yours is' : 'Yours are'} ${names}.`,
  },
};
export type SettingsWords = typeof settings;
