import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const shell = {
  desk: 'Relaydesk',
  search: 'Search',
  navigation: 'Views',
  main: 'Main',
  views: {
    mine: 'Mine',
    unassigned: 'Unassigned',
    queue: 'Queue',
    mentions: 'Mentions',
    snoozed: 'Snoozed',
    open: 'All open',
    closed: 'Closed',
  },
  teams: 'Teams',
  savedViews: 'Saved views',
  channelsBad: (count: number) => plural(count, { one: '1 channel is not well', other: `${count} channels are not well` }),
  pages: { inbox: 'Inbox', board: 'Board', contacts: 'Contacts', settings: 'Settings', more: 'More', preferences: 'Preferences' },
  skip: 'Go to the conversation',
  presence: {
    title: 'Your presence',
    goOnline: 'Go online',
    goAway: 'Go away',
    goOffline: 'Go offline',
    online: 'Tickets come to you by themselves.',
    away: 'No new tickets come. Your active ones find another agent.',
    offline: 'As away, and you are shown as gone.',
    droppedAt: (time: string) => `You were set offline at ${time}.`,
    dropped: 'The desk had no connection to you any more.',
    stayOffline: 'Stay offline',
    notSet: 'Presence not set',
  },
  signOut: 'Sign out',
  link: {
    offlineSince: (time: string) => `Offline since ${time}.`,
    offline: 'You see the desk as it was then. You can write; nothing is sent until you press Send again.',
    tryNow: 'Try now',
    catchingUp: 'Back online, catching up',
    upToDate: 'Up to date.',
    changed: (count: number) => plural(count, { one: '1 ticket changed', other: `${count.toLocaleString('en')} tickets changed` }),
    whileOffline: 'while you were offline.',
    showThem: 'Show them',
  },
  notFound: { title: 'Nothing here', says: 'This address leads nowhere, or what it led to is gone.', back: 'To the inbox' },
  trialMark: 'Trial: only on this computer',
  pushed: {
    message: 'New message, ticket #{number}',
    assigned: 'Ticket #{number} is yours',
    due: 'Ticket #{number} is due',
    mention: 'A note in ticket #{number} names you',
  },
};
export type ShellWords = typeof shell;
