import { lastingIn } from '../lasting';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const common = {
  statuses: { pending: 'Pending', active: 'Active', proactive: 'Proactive', in_progress: 'In progress', idle: 'Idle', closed: 'Closed' },
  /** A status in a sentence's length. */
  statusSays: {
    pending: 'waits for an agent',
    active: 'agent and customer talk',
    proactive: 'we wrote first, no answer yet',
    in_progress: 'set aside, nobody has it',
    idle: 'the customer fell silent',
    closed: 'ended; the bot answers again',
  },
  deliveries: {
    queued: 'Waiting to send',
    sending: 'Sending',
    uncertain: 'May have been sent',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    failed: 'Not sent',
  },
  networks: {
    whatsapp_cloud: 'WhatsApp',
    instagram: 'Instagram',
    messenger: 'Messenger',
    whatsapp_web: 'WhatsApp Web',
    telegram: 'Telegram',
    botframework: 'Bot Framework',
    webchat: 'Web chat',
    webhook: 'Webhook',
  } as Readonly<Record<string, string>>,
  priorities: { low: 'Low', medium: 'Medium', high: 'High', urgent: 'Urgent' } as Readonly<Record<string, string>>,
  presences: { online: 'Online', away: 'Away', offline: 'Offline' },
  /** Why somebody is offline whom the desk lost. */
  noConnection: 'No connection',
  windows: {
    closed: 'Closed for answers',
    templateOnly: 'Template only',
    free: (left: string) => `Free reply for ${left}`,
    human: (left: string) => `Human agent, ${left}`,
  },
  lasting: lastingIn({ second: 's', minute: 'min', hour: 'h', day: 'd' }),
  times: {
    now: 'now',
    yesterday: 'yesterday',
    today: 'Today',
    tomorrow: 'tomorrow',
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
  },
  unread: (count: number) => `${count} unread`,
  tickets: (count: number) => plural(count, { one: '1 ticket', other: `${count.toLocaleString('en')} tickets` }),
  messages: (count: number) => plural(count, { one: '1 message', other: `${count.toLocaleString('en')} messages` }),
  problems: {
    offline: 'the desk did not answer. Is this computer online?',
    unknown: 'something here broke.',
    again: 'Try again',
    loadAgain: 'Load it again',
    brokenPart: 'This part of the page broke.',
    restWorks: 'The rest works.',
    notSaved: 'Not saved',
  },
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  edit: 'Edit',
  remove: 'Delete',
  undo: 'Undo',
  copy: 'Copy',
  copied: 'Copied',
  more: 'More',
  back: 'Back',
  you: 'You',
  noName: 'No name yet',
};
export type CommonWords = typeof common;
