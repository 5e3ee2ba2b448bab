export const NUMBER = '200000000000001';
export const WABA = '100000000000001';

/** A POST with these changes of one account. */
export function aPost(changes: readonly unknown[]): object {
  return { object: 'whatsapp_business_account', entry: [{ id: WABA, changes }] };
}

/** A POST with one value of the field `messages` (or another). */
export function aValue(value: object, field = 'messages'): object {
  return aPost([
    {
      field,
      value: { messaging_product: 'whatsapp', metadata: { display_phone_number: '15550100001', phone_number_id: NUMBER }, ...value },
    },
  ]);
}

export function aMessage(message: object, beside: object = {}): object {
  return aValue({ ...beside, messages: [{ from: '15550100101', id: 'wamid.1', timestamp: '1767225600', ...message }] });
}

export function aText(text: string, id = 'wamid.1'): object {
  return aMessage({ id, type: 'text', text: { body: text } });
}
