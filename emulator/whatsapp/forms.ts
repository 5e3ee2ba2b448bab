import { type Json, listOf, objectOf, textOf } from '../json';

/** What a form sends back: its answers as JSON in a text, beside the token of the flow. */
export function formReply({ data, name }: Json): Json {
  const answers = { flow_token: 'unused', ...(data === undefined ? { delivery: 'morning', rating: '5' } : objectOf(data)) };
  const reply = { name: textOf(name) || 'flow', body: 'Sent', response_json: JSON.stringify(answers) };
  return { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: reply } };
}

const USUAL_ORDER = [{ id: 'LAMP-2', quantity: 2, price: 19.5, currency: 'EUR' }];

/** What somebody puts together from the catalogue. */
export function order({ items, text, catalogId }: Json): Json {
  const given = items === undefined ? USUAL_ORDER : listOf(items).map(objectOf);
  const product_items = given.map(({ id, quantity, price, currency }) => ({
    product_retailer_id: textOf(id),
    quantity: Number(quantity ?? 1),
    item_price: Number(price ?? 0),
    currency: textOf(currency) || 'EUR',
  }));
  return { type: 'order', order: { catalog_id: textOf(catalogId) || '500000000000001', text: textOf(text), product_items } };
}

/** Whether the business may call. */
export const callPermission = ({ accept }: Json): Json => ({
  type: 'interactive',
  interactive: {
    type: 'call_permission_reply',
    call_permission_reply: { response: accept === false ? 'reject' : 'accept', is_permanent: false, response_source: 'user_action' },
  },
});

/** The advertisement from which somebody began to write. */
export const AD: Json = {
  source_url: 'https://fb.me/twin-lamps',
  source_id: '120200000000000001',
  source_type: 'ad',
  headline: 'Lamps for long evenings',
  body: 'Ask us which one suits your room.',
  media_type: 'image',
  ctwa_clid: 'ARtwinClick0001',
};
