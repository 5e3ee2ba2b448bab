export const ACCOUNT = '17841400000000001';
export const ANA = '6100000000000001';

/** A POST with one entry of this account. */
export function anEntry(parts: object): object {
  return { object: 'instagram', entry: [{ id: ACCOUNT, time: 1767225601234, ...parts }] };
}

/** A POST with one messaging event that Ana caused. */
export function anItem(event: object): object {
  return anEntry({ messaging: [{ sender: { id: ANA }, recipient: { id: ACCOUNT }, timestamp: 1767225600123, ...event }] });
}

/** The same, caused by the business. */
export function ours(event: object): object {
  return anItem({ sender: { id: ACCOUNT }, recipient: { id: ANA }, ...event });
}

export function aText(text: string, mid = 'mid.1'): object {
  return anItem({ message: { mid, text } });
}
