import { createHmac } from 'node:crypto';

export const NUMBER_ID = '100000000000001';
export const ACCOUNT_ID = '200000000000001';
export const APP_SECRET = 'an app secret that only the benchmark knows'.replaceAll(' ', '-');
export const VERIFY_TOKEN = 'verify';

export const phoneOf = (customer: number): string => `4915${String(customer).padStart(9, '0')}`;
export const nameOf = (customer: number): string =>
  `${FIRST[customer % FIRST.length]} ${LAST[Math.floor(customer / 7) % LAST.length]} ${customer}`;

const FIRST = ['Ana', 'Luis', 'Eva', 'Tomás', 'Ngozi', 'Yuki', 'Amira', 'Jonas'];
const LAST = ['Souza', 'Keller', 'Okafor', 'Tanaka', 'Haddad', 'Lind', 'Moreau'];

export const providerId = (n: string): string => `wamid.HBgM${n}FQIAEhgg`;

/** A text message as WhatsApp's Cloud API tells it. `n` makes it one of its kind. */
export function messageBody(customer: number, n: string): string {
  const phone = phoneOf(customer);
  const text = `Hello, my order ${n} has not arrived yet. Could you please look where it is? Thank you very much.`;
  return `{"object":"whatsapp_business_account","entry":[{"id":"${ACCOUNT_ID}","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"4915000000000","phone_number_id":"${NUMBER_ID}"},"contacts":[{"profile":{"name":"${nameOf(customer)}"},"wa_id":"${phone}"}],"messages":[{"from":"${phone}","id":"${providerId(n)}","timestamp":"${Math.floor(Date.now() / 1000)}","text":{"body":"${text}"},"type":"text"}]}}]}]}`;
}

export const signatureOf = (body: string): string => `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;
