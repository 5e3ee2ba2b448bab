import type { Customer } from './cast';
import { type Dice, diceOf } from './dice';
import type { Step } from './journeys';
import { rest, type Scene } from './scene';

const LOOKS = 0.5;
const PATIENCE = 45;

/** A customer goes through their journey again and again, each a little later than the one before. */
export async function live(scene: Scene, customer: Customer, place: number): Promise<void> {
  const dice = diceOf(`${scene.options.seed}/${customer.id}`);
  await rest(scene, place * 1.5);
  for (;;) for (const step of customer.journey.steps) await take(scene, customer, step, dice);
}

async function take(scene: Scene, customer: Customer, step: Step, dice: Dice): Promise<void> {
  if ('says' in step) await write(scene, customer, dice.pick(step.says));
  else if ('sends' in step) await send(scene, customer, step);
  else if ('rests' in step) await rest(scene, step.rests * dice.between(0.8, 1.2));
  else await waitFor(scene, customer, step.waits);
}

async function write({ twin, tell }: Scene, customer: Customer, text: string): Promise<void> {
  tell(`${customer.name} writes on ${NETWORKS[customer.network]}: “${text}”`);
  await twin.do('say', { account: customer.network, customer: customer.id, text });
}

async function send({ twin, tell }: Scene, customer: Customer, { sends: type, caption }: Extract<Step, { sends: unknown }>): Promise<void> {
  tell(`${customer.name} sends a ${type === 'image' ? 'picture' : 'voice note'} on ${NETWORKS[customer.network]}`);
  await twin.do('say', { account: customer.network, customer: customer.id, type, ...(caption === undefined ? {} : { caption }) });
}

const NETWORKS = { whatsapp: 'WhatsApp', instagram: 'Instagram' } as const;

/** Nobody waits for ever: whoever has heard nothing goes on. */
async function waitFor(scene: Scene, customer: Customer, whom: 'bot' | 'person' | 'to be written to'): Promise<void> {
  customer.invites = whom === 'to be written to';
  const by = whom === 'bot' ? 'bot' : 'person';
  const before = customer.heard[by];
  for (let waited = 0; waited < PATIENCE && customer.heard[by] === before; waited += LOOKS) await rest(scene, LOOKS);
  await rest(scene, 1);
}
