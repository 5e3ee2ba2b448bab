import type { LogIn } from './desk';

export interface Where {
  readonly desk: string;
  readonly phone: string;
  readonly admin: LogIn;
  readonly staff: readonly LogIn[];
  readonly newcomer: string;
}

/** Where to look and what to try; every line of it can be copied into a shell. */
export function whereToLook({ desk, phone, admin, staff, newcomer }: Where): string {
  const [first] = newcomer.split(' ');
  return `
The demo runs: a desk, a twin of WhatsApp and Instagram, a bot, agents, and customers who write. Nothing of it stays.

  The desk            ${desk}
  Its API, explained  ${desk}/docs   (${desk}/openapi.json)
  A customer’s phone  ${phone}

  Log-ins             ${[admin, ...staff].map(({ email, password }) => `${email}  ${password}`).join('\n                      ')}

Try it. ${newcomer} on WhatsApp is yours, the script leaves her alone:

  1. On the phone choose ${newcomer}, write “Hello”: the bot answers. Write “person”: a ticket is made.
  2. Be the admin. In another terminal:

     desk=${desk}
     api() { curl -sS -b "$jar" -c "$jar" -H "Origin: $desk" -H 'Content-Type: application/json' "$@"; echo; }
     jar=$(mktemp)
     api $desk/api/v1/session -d '{"email":"${admin.email}","password":"${admin.password}"}'
     api -X PUT $desk/api/v1/me/presence -d '{"presence":"online"}'
     api "$desk/api/v1/tickets?q=${first}&limit=1"
     ticket=$(api "$desk/api/v1/tickets?q=${first}&limit=1" | sed -n 's/^{"data":\\[{"id":"\\([^"]*\\)".*/\\1/p')
     api $desk/api/v1/tickets/$ticket/messages -d '{"content":{"type":"text","text":"Good morning, ${first}!"}}'

  3. The phone shows the answer; its ticks turn blue. Ask what became of it, close the ticket, and write again: the bot is back.

     api "$desk/api/v1/tickets/$ticket/messages"
     api -X POST $desk/api/v1/tickets/$ticket/close

Ctrl-C ends all of it.
`;
}
