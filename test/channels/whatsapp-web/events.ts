/** A message of Ana's as whatsapp-web.js tells it, in its plain form. */
export function aMessage(over: Record<string, unknown> = {}, { id = '3EB0A', chat = '15550100101@c.us', fromMe = false } = {}) {
  const shop = '15550100001@c.us';
  return {
    id: { fromMe, remote: chat, id, _serialized: `${fromMe}_${chat}_${id}` },
    ack: 1,
    hasMedia: false,
    body: 'hola',
    type: 'chat',
    timestamp: 1767225600,
    from: fromMe ? shop : chat,
    to: fromMe ? chat : shop,
    isStatus: false,
    broadcast: false,
    ...over,
  };
}

export const told = (event: string, ...args: unknown[]) => ({ event, args });

export const aText = (body: string, id: string) => told('message', aMessage({ body }, { id }));

export const anEcho = (id: string) => told('message_create', aMessage({ body: 'respuesta' }, { id, fromMe: true }));
