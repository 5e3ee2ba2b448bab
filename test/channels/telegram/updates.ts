import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LineNetwork } from '../../conformance/samples';
import { outsideAt } from '../support/provider';

export const TOKEN = '900000001:AAexampleexampleexample';
export const ANA = { id: 800000001, is_bot: false, first_name: 'Ana', last_name: 'Example', username: 'ana_example' };
export const CHAT = { id: ANA.id, first_name: 'Ana', last_name: 'Example', username: 'ana_example', type: 'private' };

let count = 500_000_000;

export const anUpdate = (part: object): object => ({ update_id: ++count, ...part });

/** A message of Ana's, with this in it. */
export const saying = (part: object, id = 1): object =>
  anUpdate({ message: { message_id: id, from: ANA, chat: CHAT, date: 1767225600, ...part } });

export const aText = (text: string, id: number): object => saying({ text }, id);

/** A Bot API of one bot that is asked for updates: it keeps them until it is told that they are known. */
export async function aBotApi(): Promise<LineNetwork & { no: { status: number; body: object } | null; asked: Record<string, unknown>[] }> {
  let updates: { update_id: number }[] = [];
  let [number, next] = [0, 500];
  const waiting = new Set<ServerResponse>();
  const asked: Record<string, unknown>[] = [];
  const give = (response: ServerResponse) => {
    waiting.delete(response);
    response.end(JSON.stringify({ ok: true, result: updates }));
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = request.url?.split('/').at(-1);
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { offset?: number; timeout?: number };
    asked.push({ method, ...body });
    response.setHeader('content-type', 'application/json');
    if (api.no) return response.writeHead(api.no.status).end(JSON.stringify(api.no.body));
    if (method === 'getMe') return response.end(JSON.stringify({ ok: true, result: { id: 900000001, username: 'example_bot' } }));
    if (method !== 'getUpdates') return response.end(JSON.stringify({ ok: true, result: true }));
    updates = updates.filter(({ update_id }) => update_id >= (body.offset ?? 0));
    if (updates.length > 0 || !body.timeout) return give(response);
    waiting.add(response);
    response.on('close', () => waiting.delete(response));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const api = {
    outside: outsideAt((server.address() as AddressInfo).port),
    asked,
    no: null as { status: number; body: object } | null,
    says(text: string) {
      updates.push({ ...(aText(text, ++number) as object), update_id: ++next });
      for (const response of waiting) give(response);
    },
    running: () => waiting.size,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return api;
}
