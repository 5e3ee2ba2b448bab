import { randomBytes, randomInt } from 'node:crypto';
import type { TrialPlan } from '../actions/trial/begin-trial';
import type { Content } from '../domain/content';
import type { TrialNetwork } from '../ports/trial';

/** The one person who writes in a trial. */
export const CUSTOMER = { name: 'Trial customer', phone: '15550100199', username: 'trial.customer', igsid: '6100000000000199' };

/** How the business is called on the phone. */
export const BUSINESS: Readonly<Record<TrialNetwork, string>> = { whatsapp: 'Casa Lumen', instagram: 'casa.lumen' };

export const NETWORK_OF: Readonly<Record<string, TrialNetwork>> = { whatsapp_cloud: 'whatsapp', instagram: 'instagram' };

const text = (words: string): Content => ({ type: 'text', text: words });

// biome-ignore format: a table is read in columns
const BUTTONS = [
  { id: 'order',  title: 'Where is my order?' },
  { id: 'hours',  title: 'Opening hours' },
  { id: 'person', title: 'A person, please' },
];

const welcome: Content = { type: 'buttons', text: 'Welcome! What can I do for you?', buttons: BUTTONS };

// biome-ignore format: a table is read in columns
const ANSWERS = [
  { id: 'person', keywords: ['person', 'human', 'agent'], says: 'One moment, I am getting somebody.',                             then: 'handoff' },
  { id: 'order',  keywords: ['order', 'delivery'],        says: 'It left us this morning and should be with you tomorrow.',       then: 'stay' },
  { id: 'hours',  keywords: ['opening hours', 'open'],    says: 'We are open Monday to Saturday, 10 to 19 h.',                    then: 'stay' },
] as const;

const BOT: TrialPlan['bot'] = {
  name: 'Trial bot',
  kind: 'rules',
  config: {
    welcome: [welcome],
    rules: ANSWERS.flatMap(({ id, keywords, says, then }) =>
      [{ payload: id }, { keywords: [...keywords] }].map((when) => ({ when, reply: [text(says)], then })),
    ),
    fallback: { reply: [{ ...welcome, text: 'I did not get that. What can I do for you?' }], handoffAfter: 3 },
  },
};

/** A new trial. Its accounts and secrets are made up each time, so that nobody who knows the product knows them. */
export function planTrial(): TrialPlan {
  return {
    bot: BOT,
    customer: { name: CUSTOMER.name, phone: CUSTOMER.phone, username: CUSTOMER.username },
    channels: [
      {
        kind: 'whatsapp_cloud',
        name: 'Trial WhatsApp',
        config: { phoneNumberId: digits(), businessAccountId: digits(), ...secrets() },
        to: CUSTOMER.phone,
      },
      { kind: 'instagram', name: 'Trial Instagram', config: { accountId: digits(), login: 'instagram', ...secrets() }, to: CUSTOMER.igsid },
    ],
  };
}

const secrets = () => ({ accessToken: word(), appSecret: word(), verifyToken: word() });
const word = (): string => randomBytes(24).toString('hex');
const digits = (): string => `9${Array.from({ length: 15 }, () => randomInt(10)).join('')}`;
