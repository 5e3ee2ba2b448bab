import type { LogIn, Seat } from './desk';
import type { Account, Network } from './twin';

/** What an admin sets up for a small lamp shop. Durations are short, so that a newcomer sees time at work. */
export interface Shop {
  readonly agents: readonly Seat[];
  readonly channels: Readonly<Record<Network, { readonly id: string; readonly webhookUrl: string }>>;
}

const text = (words: string) => ({ type: 'text', text: words });
const PERSON = 'One moment, I am fetching somebody.';
const HOURS = 'We are open Monday to Saturday, 10 to 19 h.';

const rule = (when: object, reply: string, then: 'stay' | 'handoff' = 'stay') => ({ when, reply: [text(reply)], then });

/** The customer may type the word or tap the button. */
export const BOT = {
  name: 'Lumi',
  kind: 'rules',
  config: {
    welcome: [
      {
        type: 'buttons',
        text: 'Hello! I am Lumi, the bot of Casa Lumen. What can I do for you?',
        buttons: [
          { id: 'hours', title: 'Opening hours' },
          { id: 'person', title: 'A person' },
        ],
      },
    ],
    rules: [
      rule({ payload: 'person' }, PERSON, 'handoff'),
      rule({ payload: 'hours' }, HOURS),
      rule({ keywords: ['person', 'human', 'somebody'] }, PERSON, 'handoff'),
      rule({ keywords: ['open', 'hours'] }, HOURS),
      rule({ keywords: ['deliver', 'delivery', 'shipping'] }, 'We deliver within three days, for 4.90.'),
      rule({ keywords: ['thanks', 'thank you'] }, 'You are welcome!'),
    ],
    fallback: { reply: [text('I did not get that. Write "person", and somebody will answer.')], handoffAfter: 2 },
  },
};

/** Everything that the bot can say. */
export const BOT_WORDS: ReadonlySet<string> = new Set(
  [...BOT.config.welcome, ...BOT.config.rules.flatMap(({ reply }) => reply), ...BOT.config.fallback.reply].map((said) => said.text),
);

const STAFF = ['Luis', 'Noor'];

export function logInOf(name: string, password: string): LogIn {
  return { name, email: `${name.toLowerCase()}@example.com`, password };
}

export function logInsOfStaff(password: string): readonly LogIn[] {
  return STAFF.map((name) => logInOf(name, password));
}

export function settingsAt(pace: number): object {
  const lasts = (seconds: number) => `PT${Math.max(1, Math.round(seconds / pace))}S`;
  return {
    timers: { idleAfter: lasts(25), idleCloseAfter: lasts(300), inProgressAfter: lasts(30) },
    routing: { capacity: 2 },
  };
}

/** Each takes two tickets at a time, so that some customers have to wait. */
export async function hire(admin: Seat, staff: readonly LogIn[], enter: (who: LogIn) => Promise<Seat>): Promise<Seat[]> {
  for (const who of staff) await admin.post('/agents', { ...who, role: 'agent' });
  const agents = await Promise.all(staff.map(enter));
  for (const agent of agents) await agent.put('/me/presence', { presence: 'online' });
  return agents;
}

export async function connect(admin: Seat, botId: string, network: Network, account: Account): Promise<Shop['channels'][Network]> {
  const { id, businessId, ...secrets } = account;
  const [kind, ids] =
    network === 'whatsapp'
      ? ['whatsapp_cloud', { phoneNumberId: id, businessAccountId: businessId }]
      : ['instagram', { accountId: id, login: 'instagram' }];
  const name = network === 'whatsapp' ? 'WhatsApp' : 'Instagram';
  const channel = await admin.post('/channels', { kind, name, config: { ...ids, ...secrets } });
  await admin.patch(`/channels/${channel.id}`, { botId });
  return { id: channel.id, webhookUrl: channel.webhook.url };
}
