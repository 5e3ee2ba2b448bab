import { createHmac } from 'node:crypto';
import { ACCOUNT } from '../../channels/instagram/posts';
import { NUMBER, WABA } from '../../channels/whatsapp-cloud/posts';
import type { Client } from '../../http/support/client';

export const SECRET = 'the-app-secret-of-a-proof-0123456';

export const signed = (bytes: string | Buffer, secret = SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;

export const WHATSAPP = {
  phoneNumberId: NUMBER,
  businessAccountId: WABA,
  accessToken: 'EAAproof',
  appSecret: SECRET,
  verifyToken: 'verify-me',
};
export const INSTAGRAM = { accountId: ACCOUNT, accessToken: 'IGproof', appSecret: SECRET, verifyToken: 'verify-me', login: 'instagram' };

/** The channel of the recorded WhatsApp payloads; answers its id. */
export const whatsapp = (admin: Client): Promise<string> => connect(admin, 'whatsapp_cloud', WHATSAPP);

/** The channel of the recorded Instagram payloads; answers its id. */
export const instagram = (admin: Client): Promise<string> => connect(admin, 'instagram', INSTAGRAM);

async function connect(admin: Client, kind: string, config: object): Promise<string> {
  const { status, body } = await admin.post('/channels', { kind, name: `Our ${kind}`, config });
  if (status !== 201) throw new Error(`no channel: ${JSON.stringify(body)}`);
  return body.id;
}

/** What Meta posts when these were written, several in one POST if so. */
export function texts(...messages: readonly { readonly from: string; readonly id: string; readonly text: string }[]): object {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const changes = messages.map(({ from, id, text }) => ({
    field: 'messages',
    value: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550001111', phone_number_id: NUMBER },
      contacts: [{ profile: { name: 'Cus Tomer' }, wa_id: from }],
      messages: [{ from, id, timestamp, type: 'text', text: { body: text } }],
    },
  }));
  return { object: 'whatsapp_business_account', entry: [{ id: WABA, changes }] };
}

/** What Meta posts when a customer taps a button of ours. */
export function tap({ from, id, button }: { readonly from: string; readonly id: string; readonly button: string }): object {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550001111', phone_number_id: NUMBER },
    contacts: [{ profile: { name: 'Cus Tomer' }, wa_id: from }],
    messages: [
      {
        from,
        id,
        timestamp: String(Math.floor(Date.now() / 1000)),
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: button, title: 'Yes' } },
      },
    ],
  };
  return { object: 'whatsapp_business_account', entry: [{ id: WABA, changes: [{ field: 'messages', value }] }] };
}

/** What Meta posts when the business wrote this on its own phone. */
export function echoes({ to, id, text }: { readonly to: string; readonly id: string; readonly text: string }): object {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550001111', phone_number_id: NUMBER },
    message_echoes: [{ from: '15550001111', to, id, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body: text } }],
  };
  return { object: 'whatsapp_business_account', entry: [{ id: WABA, changes: [{ field: 'smb_message_echoes', value }] }] };
}
