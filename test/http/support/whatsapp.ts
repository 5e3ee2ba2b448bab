import { APP_SECRET } from './a-server';
import type { Client } from './client';

export const NUMBER = '106540352242922';
export const CONFIG = {
  phoneNumberId: NUMBER,
  businessAccountId: '102290129340398',
  accessToken: 'EAAtoken',
  appSecret: APP_SECRET,
  verifyToken: 'verify-me',
};

export async function aChannel(admin: Client, config: Record<string, string> = {}): Promise<string> {
  const { status, body } = await admin.post('/channels', { kind: 'whatsapp_cloud', name: 'Front desk', config: { ...CONFIG, ...config } });
  if (status !== 201) throw new Error(`no channel: ${JSON.stringify(body)}`);
  return body.id;
}

let told = 0;

/** What Meta posts when somebody writes a text. */
export function aText(from: string, body: string, { id = `wamid.${++told}`, number = NUMBER, at = Date.UTC(2026, 10, 22, 9) } = {}) {
  const message = { from, id, timestamp: String(Math.floor(at / 1000)), type: 'text', text: { body } };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550001111', phone_number_id: number },
    contacts: [{ profile: { name: 'Cus Tomer' }, wa_id: from }],
    messages: [message],
  };
  return { object: 'whatsapp_business_account', entry: [{ id: CONFIG.businessAccountId, changes: [{ field: 'messages', value }] }] };
}
