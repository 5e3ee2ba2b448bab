import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const firstRun = {
  runsHere: 'Runs on your own server, with its own database.',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  fields: { name: 'Your name', email: 'E-mail', password: 'Password', passwordHint: 'At least 8 characters.' },
  setup: {
    title: 'Set Relaydesk up',
    lead: 'You become its first admin. This link works once.',
    noToken: 'This link has no token. Open the whole link that the desk printed at its start, with everything after the #.',
    goneTitle: 'This desk has been set up',
    goneSays: 'Its set-up link no longer works. Sign in, or ask an admin for an account.',
    button: 'Make the first admin',
    busy: 'Making…',
    failed: 'No admin was made',
  },
  login: {
    title: 'Sign in',
    button: 'Sign in',
    busy: 'Signing in…',
    failed: 'Not signed in',
    noAdminTitle: 'This desk has no admin yet',
    noAdminSays: 'The set-up link stands in the output of its start, and works for an hour. Starting the desk again prints a new one.',
  },
  welcome: {
    made: (name: string) => `Your account is made, ${name}. The set-up link no longer works for anybody else.`,
    title: 'How would you like to begin?',
    lead: 'You can do the other one later; nothing is lost.',
    onlyTitle: 'The desk is ready',
    onlyLead: 'What is missing is a channel: the account that your customers write to.',
    trialTitle: 'Try it with the built-in phone',
    trialSays:
      'Be the customer on a phone beside the desk: write, meet the bot, ask for a person, and answer. It takes two minutes and nothing leaves this computer.',
    start: 'Start the trial',
    starting: 'Starting…',
    trialFailed: 'The trial did not start',
    connectTitle: 'Connect a channel',
    connectSays: 'For your own customers. You need the access of an administrator there.',
    values: (count: number) =>
      plural(count, { one: 'one value', other: `${['no', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? count} values` }),
  },
};
export type FirstRunWords = typeof firstRun;
