export const aims = {
  title: 'How soon',
  about: 'How targets work',
  aboutSays: [
    'The first answer counts from the opening of a ticket, the next one from the first message that nobody has answered, the solution from the opening or reopening until the close.',
    'Time counts in the working hours of the ticket’s team.',
    'The most specific row that has a time decides, field by field: team and priority, then team, then priority.',
    'A snoozed ticket’s targets go on.',
  ],
  whose: 'Whose tickets',
  team: 'Team',
  priority: 'Priority',
  everyTeam: 'Every team',
  everyPriority: 'Every priority',
  fields: { firstAnswer: 'First answer', nextAnswer: 'Next answer', resolution: 'Solution' },
  empty: 'No targets yet: nothing is due, and nothing is late.',
  add: 'Add a row',
  remove: 'Remove this row',
  twice: 'Another row is for the same team and priority.',
  warnings: 'When it gets late',
};
export type AimsWords = typeof aims;
