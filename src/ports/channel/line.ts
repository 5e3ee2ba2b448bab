import type { ChannelConfig, Outside } from './kind';

/** Where a network calls one channel. */
export interface Callback {
  readonly url: string;
  /** Whether PUBLIC_URL names it; else only this machine surely reaches it. */
  readonly isPublic: boolean;
}

/** One address at which a network calls all channels of a kind. The path is the network's own name for it (CONTRACT "HTTP"). */
export interface SharedDoor {
  readonly path: `/${string}`;
  /** For which of `accounts` it says that it calls, before any of it is believed; null when it does not say. Never throws. */
  accountOf(call: DoorCall): string | null;
  /** Whether the network itself made this call for the channel with this configuration. Throws only when that can't be found out now. */
  admits(config: ChannelConfig, call: DoorCall, outside: Outside): Promise<boolean>;
  /** What such a call is answered once all of it is stored; absent: 200 and nothing. */
  answer?(told: unknown): { readonly status: number; readonly body?: unknown };
}

export interface DoorCall {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed. */
  readonly body: unknown;
}

/**
 * A line that we hold open: one process at a time holds it, by lease, while the channel is there. Nothing of it is loaded, and it
 * costs nothing, until a channel wants one.
 */
export interface ChannelLine {
  /** Whether a channel set up so needs one. */
  wanted(config: ChannelConfig): boolean;
  /** What is sent goes through it, so that only the process that holds it sends. */
  readonly carries: boolean;
  /** Opens it. Resolves at once; what becomes of it is told through `given.tell`. Never rejects for what the network does. */
  open(config: ChannelConfig, given: LineGiven): Promise<OpenLine>;
}

export interface LineGiven {
  readonly channelId: string;
  readonly outside: Outside;
  /** A folder of its own under DATA_DIR, made when it is first asked for; what lies there stays until the channel is disconnected. */
  folder(): Promise<string>;
  /** Stores what came (`ChannelKind.hear` reads it). Resolves when that is committed; rejects when it can't be now: tell it again. */
  hear(told: readonly unknown[]): Promise<void>;
  /** How the line is doing; the newest word stands, and every process shows it. */
  tell(state: LineState): void;
  /** What the line had kept for the next time it is opened, by whichever process; null at first. */
  readonly kept: LineMemory | null;
  keep(memory: LineMemory): Promise<void>;
  /** Milliseconds. */
  now(): number;
  /** Calls back after so many milliseconds, by the desk's clock; answers how to call that off. */
  after(ms: number, work: () => void): () => void;
  readonly log: (level: 'debug' | 'info' | 'warn' | 'error', says: string, facts?: Readonly<Record<string, unknown>>) => void;
  /** CHROME_PATH, or null. */
  readonly chromePath: string | null;
  /** 0 ≤ n < 1, for jitter. */
  random(): number;
}

/** Small, and JSON. */
export type LineMemory = Readonly<Record<string, unknown>>;

export interface OpenLine {
  /** What an admin asks of it (`LineWish`); rejects with a `TypeError` in words when that can't be. */
  wish?(wish: LineWish): Promise<void>;
  /** Ends it; resolves when nothing of it is left running. `forGood`: the channel is disconnected, so the network may forget us too. */
  close(given?: { readonly forGood: boolean }): Promise<void>;
}

/** `restart`: begin anew · `pair`: show a code for this phone instead of a picture · `log_out`: forget the account. */
export type LineWish = { readonly type: 'restart' } | { readonly type: 'pair'; readonly phone: string } | { readonly type: 'log_out' };

/**
 * - `starting`: on its way · `pairing`: waits for somebody to show it a phone (`qr` as text to draw, or `code` to type)
 * - `ready`: hears and sends · `waiting`: was lost, and tries again at `retryAt` · `failed`: needs an admin; `says` says what to do.
 */
export interface LineState {
  readonly status: 'starting' | 'pairing' | 'ready' | 'waiting' | 'failed';
  /** For whom the screen has words: `no_browser`, `logged_out`, `unreachable`, `conflict`, `refused`, … */
  readonly code: string | null;
  /** One plain English sentence, without secrets; null when there is nothing to add. */
  readonly says: string | null;
  readonly qr?: string | null;
  readonly pairingCode?: string | null;
  /** Until when the picture or the code holds. */
  readonly until?: number | null;
  readonly retryAt?: number | null;
  /** Whose line it is, as the network says: a phone in digits, a bot's name. */
  readonly account?: string | null;
}
