import type { Bot } from '../../domain/bot';
import { newChat } from '../../domain/chat';
import { type Contact, newContact, newIdentity } from '../../domain/contact';
import { Refusal } from '../../domain/errors';
import type { Channel, Tx } from '../../ports/store';
import { configure, type GivenConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { kindOf } from '../sending/sendable';
import { askForTemplates } from '../templates/read-templates';
import { transact } from '../transact';
import { mustBeRight } from '../workspace/change-settings';
import { trialAct, trialChannels } from './trial-channels';

export interface TrialPlan {
  readonly bot: Pick<Bot, 'name' | 'kind' | 'config'>;
  readonly customer: Pick<Contact, 'name' | 'phone' | 'username'>;
  readonly channels: readonly {
    readonly kind: string;
    readonly name: string;
    readonly config: GivenConfig;
    /** The customer's address there. */
    readonly to: string;
  }[];
}

/**
 * The bot, the channels that it answers on, and the customer, all of them marked or known only there. The customer is introduced
 * before the first word: one person, with a chat on each channel.
 */
export async function beginTrial(desk: Desk, { bot: planned, channels, customer }: TrialPlan): Promise<void> {
  mustBeRight(desk.bots.check(planned.kind, planned.config));
  await transact(desk, async (tx, ledger) => {
    if (trialChannels(await tx.house()).length > 0) throw new Refusal('already_exists', 'A trial is on.');
    const { at } = ledger;
    const bot: Bot = { id: desk.newId(), ...planned, createdAt: at, updatedAt: at, deletedAt: null, trialSince: at, version: 1 };
    await tx.addBot(bot);
    ledger.act(trialAct('began'));
    const made = channels.map(({ kind, name, config }) => channelOf(desk, { kind, name, config, botId: bot.id, at }));
    for (const channel of made) await tx.addChannel(channel);
    for (const { id, kind } of made) if (kindOf(desk, kind).templates) askForTemplates(ledger, id);
    await introduce(
      desk,
      tx,
      ledger,
      customer,
      made.map((channel, index) => ({ channel, to: channels[index]?.to ?? '' })),
    );
  });
  await desk.house.refresh();
}

interface Planned {
  readonly kind: string;
  readonly name: string;
  readonly config: GivenConfig;
  readonly botId: string;
  readonly at: number;
}

function channelOf(desk: Desk, { kind, name, config, botId, at }: Planned): Channel {
  return {
    id: desk.newId(),
    kind,
    name,
    config: configure(kindOf(desk, kind), desk.vault, {}, config),
    previousSecret: null,
    overrides: {},
    botId,
    teamId: null,
    state: { status: 'new', reason: null, since: at },
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    trialSince: at,
    history: null,
    version: 1,
  };
}

interface Reached {
  readonly channel: Channel;
  readonly to: string;
}

async function introduce(
  desk: Desk,
  tx: Tx,
  ledger: Ledger,
  { name, phone, username }: TrialPlan['customer'],
  reached: readonly Reached[],
): Promise<void> {
  const { at } = ledger;
  const id = desk.newId();
  const contact = newContact({ id, name, phone, username, at });
  const homes = reached.map(({ channel, to }) => {
    const { keys, address } = kindOf(desk, channel.kind).address(to);
    return { keys, chat: newChat({ id: desk.newId(), channelId: channel.id, contactId: id, address, at }) };
  });
  const identities = homes.flatMap(({ keys, chat }) =>
    keys.map((key) => newIdentity({ channelId: chat.channelId, key, chatId: chat.id, contactId: id, at })),
  );
  await tx.meet([contact], identities);
  for (const { chat } of homes) ledger.newPerson(chat);
}
