import type { Desk } from '../actions/desk';
import type { Instant } from '../domain/ticket';
import type { ChannelKind, Heard, Webhook } from '../ports/channel';
import type { Channel, House } from '../ports/store';

/** One channel as its webhook needs it: secrets opened, accounts known. */
export interface Line {
  readonly channel: Channel;
  readonly webhook: Webhook;
  hear(told: unknown): Heard[];
  /** Not deleted. */
  readonly live: boolean;
  readonly accounts: ReadonlySet<string>;
  readonly verifyToken: string | null;
  readonly secret: string | null;
  readonly previous: { readonly secret: string; readonly until: Instant } | null;
}

/** The lines of one state of the configuration. */
export interface Directory {
  line(channelId: string): Line | undefined;
  /** Live channels of the same kind and the same app: one of their secrets, though it be over, is one of this line's. */
  siblings(line: Line): readonly Line[];
  /** Live channels of the same kind and another app. */
  strangers(line: Line): readonly Line[];
  /** The live channel of this line's kind that speaks for an account and takes what `secret` has signed. */
  owner(line: Line, account: string, secret: string, now: Instant): Line | undefined;
}

/** The secrets that a line takes now, the present one first. */
export function secretsOf({ secret, previous }: Line, now: Instant): string[] {
  return [secret, previous && previous.until > now ? previous.secret : null].filter((known) => known !== null);
}

export function directoryOf(desk: Pick<Desk, 'kinds' | 'vault' | 'log'>, house: House): Directory {
  const lines = new Map(house.channels.flatMap((channel) => lineOf(desk, channel)).map((line) => [line.channel.id, line]));
  const others = (line: Line) =>
    [...lines.values()].filter((other) => other !== line && other.live && other.channel.kind === line.channel.kind);
  const ever = ({ secret, previous }: Line) => [secret, previous?.secret].filter((known) => known !== null && known !== undefined);
  const related = new Map<Line, readonly Line[]>();
  return {
    line: (channelId) => lines.get(channelId),
    siblings(line) {
      const known = related.get(line) ?? others(line).filter((other) => ever(other).some((secret) => ever(line).includes(secret)));
      related.set(line, known);
      return known;
    },
    strangers(line) {
      const known = new Set(this.siblings(line));
      return others(line).filter((other) => !known.has(other));
    },
    owner(line, account, secret, now) {
      const takes = (other: Line) => other.live && other.accounts.has(account) && secretsOf(other, now).includes(secret);
      return takes(line) ? line : others(line).find(takes);
    },
  };
}

function lineOf(desk: Pick<Desk, 'kinds' | 'vault' | 'log'>, channel: Channel): Line[] {
  const kind = desk.kinds.get(channel.kind);
  if (!kind?.webhook) return [];
  const { previousSecret } = channel;
  const previous = previousSecret && opened(desk, channel, previousSecret.sealed);
  return [
    {
      channel,
      webhook: kind.webhook,
      hear: kind.hear ?? (() => []),
      live: channel.deletedAt === null,
      accounts: new Set(kind.accounts(channel.config)),
      verifyToken: fieldOf(desk, kind, channel, 'verifyToken'),
      secret: fieldOf(desk, kind, channel, kind.webhook.secret),
      previous: previousSecret && previous ? { secret: previous, until: previousSecret.until } : null,
    },
  ];
}

function fieldOf(desk: Pick<Desk, 'vault' | 'log'>, kind: ChannelKind, channel: Channel, name: string): string | null {
  const value = channel.config[name];
  if (!value) return null;
  return kind.config.find((field) => field.name === name)?.secret ? opened(desk, channel, value) : value;
}

/** A secret that no key opens any more signs nothing: its channel refuses, the others go on. */
function opened({ vault, log }: Pick<Desk, 'vault' | 'log'>, channel: Channel, sealed: string): string | null {
  try {
    return vault.open(sealed);
  } catch (cause) {
    log.error('a channel secret could not be opened; is SECRET_KEY the one it was sealed with?', { channelId: channel.id, cause });
    return null;
  }
}

export interface Directories {
  /** Of the configuration as this process knows it. */
  now(): Directory;
  /** After looking whether another process has changed it; many that ask at once share one look. */
  renewed(): Promise<Directory>;
}

export function directories(desk: Pick<Desk, 'kinds' | 'vault' | 'log' | 'house'>): Directories {
  const made = new WeakMap<House, Directory>();
  let looking: Promise<Directory> | null = null;
  const now = () => {
    const house = desk.house.current();
    const directory = made.get(house) ?? directoryOf(desk, house);
    made.set(house, directory);
    return directory;
  };
  return {
    now,
    renewed() {
      looking ??= desk.house
        .refresh()
        .then(now)
        .finally(() => {
          looking = null;
        });
      return looking;
    },
  };
}
