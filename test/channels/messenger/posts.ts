export const PAGE = '300000000000001';
export const ANA = '7100000000000001';

/** A POST with one entry of this Page. */
export function anEntry(parts: object): object {
  return { object: 'page', entry: [{ id: PAGE, time: 1767225601234, ...parts }] };
}

/** A POST with one messaging event that Ana caused. */
export function anItem(event: object): object {
  return anEntry({ messaging: [{ sender: { id: ANA }, recipient: { id: PAGE }, timestamp: 1767225600123, ...event }] });
}

/** The same, caused by the Page. */
export function ours(event: object): object {
  return anItem({ sender: { id: PAGE }, recipient: { id: ANA }, ...event });
}

export function aText(text: string, mid = 'm_1'): object {
  return anItem({ message: { mid, text } });
}
