import { wrong } from './asks';
import type { Json } from './json';
import type { Scene } from './people';
import type { Verb } from './verbs';

interface Step {
  /** Milliseconds after the scenario began. */
  readonly at: number;
  readonly call: string;
  readonly with: Json;
}

interface Scenario {
  readonly name: string;
  readonly says: string;
  readonly steps: readonly Step[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const ana = (text: string): Json => ({ customer: 'ana', text });
const WHATSAPP = '200000000000001';

// biome-ignore format: a table is read in columns
export const SCENARIOS: readonly Scenario[] = [
  { name: 'album-burst', says: 'ten pictures and a question within a second, gathered in a few POSTs', steps: [
    { at: 0,    call: 'dial', with: { batch: 5 } },
    ...Array.from({ length: 10 }, (_, index): Step => ({ at: 40 * index, call: 'say', with: { customer: 'ana', type: 'image', ...(index === 0 ? { caption: 'My new lamp, from all sides' } : {}) } })),
    { at: 900,  call: 'say',  with: ana('Which bulb fits?') },
    { at: 3000, call: 'dial', with: { batch: 1 } },
  ] },
  { name: 'night-of-redeliveries', says: 'every delivery is lost for eight hours while customers write; then all of it comes', steps: [
    { at: 0,             call: 'dial', with: { drop: 1 } },
    { at: MINUTE,        call: 'say',  with: ana('Are you still open?') },
    { at: 2 * HOUR,      call: 'say',  with: { customer: 'bruno', text: 'Olá, boa noite' } },
    { at: 4 * HOUR,      call: 'say',  with: ana('I will come tomorrow then.') },
    { at: 8 * HOUR,      call: 'dial', with: { drop: 0, duplicate: 0.5, reorder: 0.5 } },
    { at: 16 * HOUR,     call: 'dial', with: { duplicate: 0, reorder: 0 } },
  ] },
  { name: 'token-expires', says: 'a customer writes, and the token is worth nothing for ten minutes', steps: [
    { at: 0,             call: 'account', with: { id: WHATSAPP, trouble: 'token_expired' } },
    { at: SECOND,        call: 'say',     with: ana('Hello? Is this the right number?') },
    { at: 10 * MINUTE,   call: 'account', with: { id: WHATSAPP, trouble: null } },
  ] },
  { name: 'window-closes', says: 'a customer wrote more than a day ago: an answer is taken, and fails a moment later', steps: [
    { at: 0,             call: 'say',          with: ana('When do you open?') },
    { at: 2 * SECOND,    call: 'close-window', with: { customer: 'ana' } },
  ] },
  { name: 'brazilian-nines', says: 'customers from Brazil and Mexico, whose numbers come back in another spelling', steps: [
    { at: 0,             call: 'say', with: { customer: 'bruno', text: 'Olá! O abajur azul ainda tem? 💡' } },
    { at: SECOND,        call: 'say', with: { customer: 'carla', text: '¿Hacen envíos a México?' } },
  ] },
  { name: 'phone-answers', says: 'a customer writes, and somebody answers on the business’s own phone', steps: [
    { at: 0,             call: 'say',   with: ana('Can I pick it up today?') },
    { at: 3 * SECOND,    call: 'phone', with: ana('Yes, until six.') },
    { at: 6 * SECOND,    call: 'say',   with: ana('Thank you!') },
  ] },
  { name: 'early-ticks', says: 'from now on the first status or echo of every answer arrives before Graph has answered', steps: [
    { at: 0,             call: 'dial', with: { early: 1 } },
    { at: 0,             call: 'say',  with: ana('Quick question') },
  ] },
  { name: 'no-number', says: 'a customer of whom only the user id and name are told', steps: [
    { at: 0,             call: 'say', with: { customer: 'dana', text: 'Hi, do you take returns?' } },
  ] },
  { name: 'second-thoughts', says: 'on Instagram: a message, its correction, a heart, and all of it taken back', steps: [
    { at: 0,             call: 'say', with: { account: 'instagram', customer: 'ana', text: 'Do you have it in bleu?' } },
    { at: 2 * SECOND,    call: 'last', with: { customer: 'ana', verb: 'edit', text: 'Do you have it in blue?' } },
    { at: 4 * SECOND,    call: 'last', with: { customer: 'ana', verb: 'unsend' } },
  ] },
  { name: 'storm', says: 'everything at once, for two minutes', steps: [
    { at: 0,             call: 'dial', with: { duplicate: 0.2, reorder: 0.3, delay: 800, drop: 0.2, errors: 0.1, errorsAfter: 0.05, rate: 0.1, slow: 500, timeout: 0.05, early: 0.3, batch: 4 } },
    { at: 2 * MINUTE,    call: 'dial', with: { duplicate: 0, reorder: 0, delay: 0, drop: 0, errors: 0, errorsAfter: 0, rate: 0, slow: 0, timeout: 0, early: 0, batch: 1 } },
  ] },
];

/** Starts a scenario; its steps come by the twin's clock. */
export function play(scene: Scene, name: string, verbOf: (name: string) => Verb): object {
  const found = SCENARIOS.find((each) => each.name === name) ?? wrong(`name: one of ${SCENARIOS.map((each) => each.name).join(', ')}`);
  for (const step of found.steps)
    scene.world.time.after(step.at, () => (step.call === 'last' ? again(scene, step.with, verbOf) : verbOf(step.call)(scene, step.with)));
  return { name, says: found.says };
}

/** Does something to what the customer said last. */
function again(scene: Scene, { customer, verb, ...input }: Json, verbOf: (name: string) => Verb): unknown {
  const last = [...scene.world.messages.values()].findLast((message) => message.customer === customer && message.by === 'customer');
  return last ? verbOf(String(verb))(scene, { ...input, message: last.id }) : undefined;
}
