import type { Account, Customer, Limits, Standing, Template } from './world';

/** The app that all tokens are of. */
export const APP = { id: '300000000000001', name: 'Desk of the twin' } as const;

export const GOOD_STANDING: Standing = {
  quality: 'GREEN',
  limit: 'TIER_1K',
  tokenEndsAt: null,
  scopes: [
    'whatsapp_business_messaging',
    'whatsapp_business_management',
    'instagram_basic',
    'instagram_manage_messages',
    'pages_manage_metadata',
    'pages_messaging',
  ],
  subscribed: true,
  otherApps: [],
};

export const USUAL_LIMITS: Limits = { perSecond: 80, pairBurst: 45, pairEvery: 6_000 };

// biome-ignore format: a table is read in columns
const TEMPLATES: readonly Template[] = [
  { name: 'hello_world',  language: 'en_US', category: 'UTILITY',        status: 'APPROVED', body: 'Hello World' },
  { name: 'order_update', language: 'en_US', category: 'UTILITY',        status: 'APPROVED', body: 'Hello {{1}}, your order {{2}} is on its way.', buttons: ['Where is it?', 'Thank you'] },
  { name: 'order_update', language: 'de',    category: 'UTILITY',        status: 'APPROVED', body: 'Hallo {{1}}, deine Bestellung {{2}} ist unterwegs.' },
  { name: 'login_code',   language: 'en_US', category: 'AUTHENTICATION', status: 'APPROVED', body: '{{1}} is your code.' },
  { name: 'spring_sale',  language: 'en_US', category: 'MARKETING',      status: 'PAUSED',   body: 'Spring is here.' },
  { name: 'welcome_gift', language: 'en_US', category: 'MARKETING',      status: 'REJECTED', reason: 'INVALID_FORMAT', body: 'A gift for {{1}}{{2}}.' },
  { name: 'we_are_back',  language: 'en_US', category: 'UTILITY',        status: 'APPROVED', quality: 'GREEN', body: 'Hello {{1}}, sorry that our answer took so long. Are you still there?', footer: 'Casa Lumen' },
  { name: 'your_invoice', language: 'en_US', category: 'UTILITY',        status: 'APPROVED', headed: 'DOCUMENT', body: 'Hello {{name}}, here is your invoice {{number}}.', link: { text: 'See it', url: 'https://example.com/invoices/{{1}}' } },
  { name: 'old_sale',     language: 'en_US', category: 'MARKETING',      status: 'DISABLED', body: 'Last chance.' },
];

/** One account of each network. The secrets are made up and worth nothing outside of the twin. */
// biome-ignore format: a table is read in columns
export const ACCOUNTS: readonly Account[] = [
  { id: '200000000000001', kind: 'whatsapp', name: 'Casa Lumen', businessId: '100000000000001', phone: '15550100001', token: 'EAAtwinWhatsApp', appSecret: 'twin-app-secret-whatsapp', verifyToken: 'twin-verify-whatsapp',
    limits: USUAL_LIMITS, templates: TEMPLATES, allowed: null, standing: GOOD_STANDING, trouble: null, webhook: null },
  { id: '17841400000000001', kind: 'instagram', name: 'casa.lumen', businessId: '24100000000000001', phone: '', token: 'IGAAtwinInstagram', appSecret: 'twin-app-secret-instagram', verifyToken: 'twin-verify-instagram',
    limits: { ...USUAL_LIMITS, perSecond: 300 }, templates: [], allowed: null, standing: GOOD_STANDING, trouble: null, webhook: null },
  { id: '310000000000001', kind: 'messenger', name: 'Casa Lumen', businessId: '310000000000001', phone: '', token: 'EAAtwinMessenger', appSecret: 'twin-app-secret-messenger', verifyToken: 'twin-verify-messenger',
    limits: { ...USUAL_LIMITS, perSecond: 300 }, templates: [], allowed: null, standing: GOOD_STANDING, trouble: null, webhook: null },
];

const PERSON = { hidesPhone: false, blocks: false, blocked: false };

// biome-ignore format: a table is read in columns
export const CUSTOMERS: readonly Customer[] = [
  { ...PERSON, id: 'ana',   name: 'Ana Example',   phone: '15550100101',   userId: 'US.90000000000000000001', username: 'ana_example', igsid: '6100000000000001', psid: '7100000000000001' },
  { ...PERSON, id: 'bruno', name: 'Bruno Almeida', phone: '5511987650102', userId: 'BR.90000000000000000002', username: null,          igsid: null,               psid: null },
  { ...PERSON, id: 'carla', name: 'Carla Jiménez', phone: '5215550100103', userId: 'MX.90000000000000000003', username: null,          igsid: '6100000000000003', psid: '7100000000000003' },
  { ...PERSON, id: 'dana',  name: 'Dana',          phone: '15550100104',   userId: 'US.90000000000000000004', username: 'dana.reads',  igsid: '6100000000000004', psid: null,               hidesPhone: true },
  { ...PERSON, id: 'emil',  name: 'Emil Groß',     phone: '4915550100105', userId: 'DE.90000000000000000005', username: null,          igsid: null,               psid: null },
];
