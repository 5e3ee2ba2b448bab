import type { Desk } from '../../actions/desk';
import type { Intake } from '../../actions/hearing/intake';
import { changedFor, revOf, threadsOf } from '../../actions/webchat/following';
import { delivered } from '../../actions/webchat/hand-in';
import { keyOf, type Page, visitorBy, whoIs } from '../../actions/webchat/visitors';
import type { Thread } from '../../ports/store';
import type { Later } from '../live/later';
import { pageMessages } from '../present/page-message';
import type { attendance } from './attendance';
import type { Listener } from './listener';

const MOST = 100;
/** How long what rings is gathered. */
const ROUND = 50;

interface GroupsNeeds {
  readonly desk: Desk;
  readonly intake: Pick<Intake, 'submit'>;
  readonly later: Later;
  readonly attended: ReturnType<typeof attendance>;
}

/** All pages of one person on one channel: they follow the same chats. */
interface Group {
  readonly page: Page;
  /** Where answers to them go. */
  readonly address: string | undefined;
  readonly listeners: Set<Listener>;
  chats: ReadonlySet<string>;
  /** How far they were told. */
  rev: string;
  readTo: string | null;
  /** Their chats as they were when all of it was told. */
  told: string | null;
  online: boolean | null;
  rung: boolean;
}

/** Tells people's pages what has come and changed, a person after the other. A lost ring is made good by the next, or by the page's own asking. */
export function groups({ desk, intake, later, attended }: GroupsNeeds) {
  const all = new Map<string, Group>();
  let running: Promise<void> | null = null;
  let cancel: (() => void) | null = null;
  let stopped = false;
  let someoneCame = false;

  const arm = (): void => {
    const isRung = someoneCame || [...all.values()].some(({ rung }) => rung);
    if (!stopped && !running && !cancel && isRung) cancel = later(ROUND, run);
  };
  const run = (): void => {
    cancel = null;
    running = tellAll()
      .catch((cause: unknown) => desk.log.error('a page was not told', { cause: String(cause) }))
      .finally(() => {
        running = null;
        arm();
      });
  };
  const tellAll = async (): Promise<void> => {
    const came = someoneCame;
    someoneCame = false;
    for (const group of [...all.values()]) {
      if (came) await tellAttendance(group);
      if (!group.rung) continue;
      group.rung = false;
      await tellNews(group);
    }
  };

  const tellNews = async (group: Group): Promise<void> => {
    for (let more = true; more; ) {
      const [listener] = await stillThere(desk, group);
      if (!listener) return;
      const { visitor } = listener;
      const threads = await threadsOf(desk, group.page, visitor);
      if (isAsTold(group, threads)) return;
      group.chats = new Set(threads.map(({ chatId }) => chatId));
      const followed = await changedFor(desk, group.page, visitor, { limit: MOST, after: group.rev });
      more = followed.more;
      const { messages, rev, readTo } = pageMessages(followed);
      group.rev = rev;
      if (messages.length > 0) tell(group, { type: 'messages', messages, rev });
      if (readTo !== group.readTo && readTo !== null) tell(group, { type: 'read', to: readTo });
      group.readTo = readTo;
      if (!more) group.told = JSON.stringify(threads);
      await delivered({ desk, intake }, group.page, visitor, followed.messages);
    }
  };

  const tellAttendance = async (group: Group): Promise<void> => {
    const online = await attended.of(group.page.channel);
    if (group.online !== null && online !== group.online) tell(group, { type: 'online', on: online });
    group.online = online;
  };

  return {
    async join(listener: Listener): Promise<void> {
      const { page, visitor } = listener;
      const name = nameOf(page, keyOf(page, visitor));
      const threads = await threadsOf(desk, page, visitor);
      const online = await attended.of(page.channel);
      const chats = new Set(threads.map(({ chatId }) => chatId));
      const fresh: Group = {
        page,
        address: whoIs(page, visitor).address.id,
        listeners: new Set(),
        chats,
        rev: revOf(threads),
        readTo: null,
        told: null,
        online,
        // What was said since its chats were read rang for nobody.
        rung: true,
      };
      const group = all.get(name) ?? fresh;
      if (listener.socket.readyState !== listener.socket.OPEN) return;
      group.listeners.add(listener);
      all.set(name, group);
      // How far the others were told: a page that is elsewhere asks, for of what is between it is not told again.
      listener.tell({ type: 'hello', rev: group.rev, online });
      arm();
    },
    leave({ page, visitor, ...listener }: Listener): void {
      const name = nameOf(page, keyOf(page, visitor));
      const group = all.get(name);
      for (const one of group?.listeners ?? []) if (one.socket === listener.socket) group?.listeners.delete(one);
      if (group?.listeners.size === 0) all.delete(name);
    },
    rang(chatId: string): void {
      for (const group of all.values()) if (group.chats.has(chatId)) group.rung = true;
      arm();
    },
    changed(page: Page, key: string): void {
      const group = all.get(nameOf(page, key));
      if (group) group.rung = true;
      arm();
    },
    typed(channelId: string, address: string): void {
      for (const group of all.values())
        if (group.page.channel.id === channelId && group.address === address) tell(group, { type: 'typing', on: true, name: null });
    },
    attendedAgain(): void {
      someoneCame = all.size > 0;
      arm();
    },
    /** What this process did not hear of. */
    lookAgain(): void {
      for (const group of all.values()) group.rung = true;
      someoneCame = all.size > 0;
      arm();
    },
    async stop(): Promise<void> {
      stopped = true;
      cancel?.();
      await running;
    },
  };
}

const isAsTold = ({ told }: Group, threads: readonly Thread[]): boolean => told === JSON.stringify(threads);

const nameOf = ({ channel }: Page, key: string): string => `${channel.id} ${key}`;

const tell = ({ listeners }: Group, word: unknown): void => listeners.forEach((one) => void one.tell(word));

/** Those whose session holds; the others are told that theirs is over. */
async function stillThere(desk: Desk, group: Group): Promise<Listener[]> {
  const there: Listener[] = [];
  for (const listener of [...group.listeners]) {
    if (await visitorBy(desk, group.page.channel.id, listener.token)) there.push(listener);
    else listener.bye();
  }
  return there;
}
