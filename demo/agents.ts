import { type Json, Refused } from './ask';
import { type Customer, customerIn } from './cast';
import type { Seat } from './desk';
import { diceOf } from './dice';
import { ANSWERS, BACK_AGAIN, FIRST_WORDS } from './journeys';
import { rest, type Scene } from './scene';

/** What has been done with a ticket so far; a colleague may go on with it. */
interface Work {
  answers: number;
  setAside: boolean;
}

/** An agent looks at their tickets now and again and does what the script says; customers of the newcomer are left alone. */
export async function serve(scene: Scene, agent: Seat, work: Map<string, Work>): Promise<void> {
  const dice = diceOf(`${scene.options.seed}/${agent.name}`);
  for (;;) {
    await rest(scene, dice.between(2, 4));
    const { data } = await agent.get('/tickets?assignee=me&status=active,idle,proactive&limit=200');
    for (const ticket of data) await attend(scene, agent, ticket, work).catch(ifTooLate);
    await writeFirst(scene, agent).catch(ifTooLate);
  }
}

/** Somebody else was faster, or the ticket has moved: the next look shows it as it is. */
function ifTooLate(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}

async function attend(scene: Scene, agent: Seat, ticket: Json, works: Map<string, Work>): Promise<void> {
  const customer = customerIn(scene.cast, ticket.contact);
  if (!customer) return;
  const work = works.get(ticket.id) ?? { answers: 0, setAside: false };
  works.set(ticket.id, work);
  if (ticket.waiting) await answer(scene, agent, ticket, work, ANSWERS[work.answers % ANSWERS.length] ?? '');
  else if (ticket.status !== 'proactive') await goOn(scene, agent, ticket, work, customer);
}

async function answer(scene: Scene, agent: Seat, ticket: Json, work: Work, text: string): Promise<void> {
  await agent.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text } });
  work.answers += 1;
  await rest(scene, 0.5);
}

/** The customer has had an answer: is that all, or is the ticket set aside first? */
async function goOn(scene: Scene, agent: Seat, ticket: Json, work: Work, { journey }: Customer): Promise<void> {
  if (work.answers < journey.answers) return;
  if (journey.ending !== 'close' && !work.setAside) {
    await agent.post(`/tickets/${ticket.id}/${journey.ending}`, journey.ending === 'snooze' ? { for: 'PT1H' } : {});
    work.setAside = true;
  } else if (work.setAside && work.answers === journey.answers) await answer(scene, agent, ticket, work, BACK_AGAIN);
  else await agent.post(`/tickets/${ticket.id}/close`);
}

async function writeFirst({ cast, shop }: Scene, agent: Seat): Promise<void> {
  const customer = cast.find(({ invites }) => invites);
  if (!customer) return;
  customer.invites = false;
  const content = { type: 'text', text: FIRST_WORDS };
  await agent.post('/tickets', { channelId: shop.channels[customer.network].id, to: customer.address, content });
}
