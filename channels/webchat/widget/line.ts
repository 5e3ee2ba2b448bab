import { waitBefore } from './backoff';
import type { Frame } from './wire';

const LONGEST_TO_OPEN = 5_000;
/** Keeps proxies from closing a line on which nothing is said. */
const PING_EACH = 25_000;
/** Another process of the desk may have taken an answer, and not have told this line. */
const ASK_EACH = 60_000;
const LONGEST_WAIT = { watched: 5_000, unwatched: 30_000 };

/** The line to the desk: it brings what is new, and opens itself again for as long as there is a token. */
export interface Line {
  /** Opens it now where it is not, as when somebody looks, or the network is back. */
  wake(): void;
  /** Opens it anew, with the token as it is now. */
  again(): void;
  say(frame: { readonly type: 'typing' } | { readonly type: 'seen'; readonly rev: string }): boolean;
}

export interface Lined {
  readonly url: string;
  /** null: there is nothing to be heard yet. */
  token(): string | null;
  /** The panel is open, and somebody can see it. */
  watched(): boolean;
  heard(frame: Frame): void;
  up(): void;
  /** Asks by HTTP what is new. */
  ask(): void;
}

export function openLine(given: Lined): Line {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;

  function connect(): void {
    clearTimeout(timer);
    const token = given.token();
    if (token === null || socket) return;
    const mine = new WebSocket(given.url, ['relaydesk.v1', token]);
    socket = mine;
    let ping: ReturnType<typeof setInterval> | undefined;
    let asking: ReturnType<typeof setInterval> | undefined;
    mine.onopen = () => {
      clearTimeout(late);
      attempt = 0;
      ping = setInterval(() => mine.send('{"type":"ping"}'), PING_EACH);
      asking = setInterval(given.ask, ASK_EACH);
      given.up();
    };
    mine.onmessage = ({ data }) => {
      const frame = frameOf(data);
      if (frame && mine === socket) given.heard(frame);
    };
    const ended = () => {
      clearTimeout(late);
      clearInterval(ping);
      clearInterval(asking);
      if (mine === socket) lost();
      mine.close();
    };
    const late = setTimeout(ended, LONGEST_TO_OPEN);
    // Where a page's policy lets no socket through, some browsers tell of the error, and never of the end.
    mine.onerror = mine.onclose = ended;
  }

  function lost(): void {
    socket = null;
    given.ask();
    const most = given.watched() ? LONGEST_WAIT.watched : LONGEST_WAIT.unwatched;
    timer = setTimeout(connect, waitBefore(attempt++, most, Math.random));
  }

  function hangUp(): void {
    const former = socket;
    socket = null;
    former?.close();
  }

  return {
    wake() {
      attempt = 0;
      connect();
    },
    again() {
      hangUp();
      connect();
    },
    say(frame) {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
  };
}

function frameOf(data: unknown): Frame | null {
  try {
    return JSON.parse(String(data)) as Frame;
  } catch {
    return null;
  }
}
