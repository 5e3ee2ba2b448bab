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
