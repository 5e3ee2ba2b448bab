import { instagram } from '../../channels/instagram';
import { whatsappCloud } from '../../channels/whatsapp-cloud';
import { handTime, openTwin, type Twin } from '../../emulator';
import { aStage, DAY, MINUTE, SECOND, START, type Stage } from './support';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
afterEach(() => stage.close());

const BUTTONS = [
  { id: 'hours', title: 'Opening hours' },
  { id: 'person', title: 'A person, please' },
];

describe.each(['whatsapp', 'instagram'] as const)('what was said on %s before the twin was opened', (network) => {
  const recalled = (more: object) =>
    stage.twin.act('recall', { account: network, customer: 'ana', id: 'old-1', at: START - MINUTE, text: 'Hello', ...more });
  const thread = () => stage.twin.thread(stage.twin.account(network).id, 'ana').messages;

  it('stands on the phone again, and nobody is told', async () => {
    await recalled({});
    await recalled({ id: 'old-2', by: 'business', text: 'Welcome', choices: BUTTONS });
    await stage.twin.advance(MINUTE);
    expect(thread().map(({ id, by, text, choices }) => [id, by, text, choices])).toEqual([
      ['old-1', 'customer', 'Hello', []],
      ['old-2', 'business', 'Welcome', BUTTONS],
    ]);
    expect(stage.listener.heard).toEqual([]);
  });

  it('can be tapped', async () => {
    await recalled({ by: 'business', choices: BUTTONS });
    await stage.twin.act('say', { account: network, customer: 'ana', type: 'tap', message: 'old-1', id: 'person' });
    await stage.twin.advance(SECOND);
    expect(thread().at(-1)?.text).toBe('A person, please');
    expect(stage.listener.heard).toHaveLength(1);
  });

  it('counts for the window by what the customer said last', async () => {
    await recalled({ id: 'new' });
    await recalled({ id: 'old', at: START - DAY });
    const [chat] = [...stage.twin.world.chats.values()];
    expect(chat?.spokeAt).toBe(START - MINUTE);
  });
});

describe('what happens elsewhere', () => {
  const heard = () =>
    stage.listener.heard.flatMap(({ body }) => (body.object === 'instagram' ? instagram : whatsappCloud).hear?.(body) ?? []);

  it('comes from the business\u2019s phone: its history, its phone book, and what is edited and taken back there', async () => {
    const said = [{ text: 'Hello', at: START - DAY }, { text: 'Hi Ana', by: 'business' }, { by: 'business' }];
    await stage.twin.act('history', { customer: 'ana', messages: said, phase: 1, chunk: 2, progress: 40 });
    await stage.twin.act('history', { declined: true });
    await stage.twin.act('phonebook', { customer: 'ana', name: 'Ana of the bakery' });
    const { id } = (await stage.twin.act('phone', { customer: 'ana', text: 'On my way' })) as { id: string };
    await stage.twin.act('edit', { message: id, text: 'I am on my way' });
    await stage.twin.act('unsend', { message: id });
    await stage.twin.advance(MINUTE);
    expect(heard()).toMatchObject([
      { type: 'past', by: 'customer', content: { text: 'Hello' }, at: START - DAY },
      { type: 'past', by: 'business', content: { text: 'Hi Ana' }, status: 'read' },
      { type: 'past', by: 'business', content: { kind: 'media_placeholder' } },
      { type: 'import', progress: 40, phase: 1 },
      { type: 'import', declined: { code: '2593109' } },
      { type: 'phonebook', name: 'Ana of the bakery' },
      { type: 'echo', id },
      { type: 'edit', by: 'business', target: id, content: { text: 'I am on my way' } },
      { type: 'deletion', by: 'business', target: id },
    ]);
  });

  it('is another app that holds a conversation on Instagram: the desk overhears, and its sends are refused', async () => {
    await stage.twin.act('handover', { customer: 'ana', to: 'another', app: '7' });
    await stage.twin.act('say', { account: 'instagram', customer: 'ana', text: 'Hello' });
    await stage.twin.act('handover', { customer: 'ana', to: 'desk' });
    await stage.twin.act('say', { account: 'instagram', customer: 'ana', text: 'Are you there?' });
    await stage.twin.advance(MINUTE);
    expect(heard()).toMatchObject([
      { type: 'handover', held: true, appId: '7' },
      { type: 'notice', kind: 'standby' },
      { type: 'handover', held: false },
      { type: 'message', content: { text: 'Are you there?' } },
    ]);
  });
});

it('recalls the list behind its button', async () => {
  await stage.twin.act('recall', {
    customer: 'ana',
    id: 'old',
    at: START,
    by: 'business',
    text: 'Which?',
    button: 'Choose',
    choices: BUTTONS,
  });
  expect(stage.twin.thread(stage.twin.account('whatsapp').id, 'ana').messages[0]).toMatchObject({ button: 'Choose', choices: BUTTONS });
});

it('can be opened with nobody in it', async () => {
  const twin: Twin = await openTwin({ cast: false, time: handTime(START) });
  expect([twin.world.accounts.size, twin.world.customers.size]).toEqual([0, 0]);
  await twin.close();
});
