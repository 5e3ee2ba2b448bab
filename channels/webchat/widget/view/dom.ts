type Attributes = Readonly<Record<string, string | number | boolean | null | ((event: never) => void)>>;

/** An element. Data becomes text and attributes, never markup. A function listens to the event that its name has after `on`. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else put(element, name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** false and null take the attribute away. */
export function put(element: Element, name: string, value: string | number | boolean | null): void {
  if (value === null || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value === true ? '' : String(value));
}

export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Our own drawings on a grid of 16. */
const ICONS = {
  chat: 'M3 3.5h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H8l-3 2.5v-2.5H3a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z',
  close: 'M4 4l8 8M12 4l-8 8',
  send: 'M2.5 8 13.5 3 9.8 13.2 7.6 8.6 2.5 8ZM7.6 8.6l2.6-2.4',
  clip: 'M12.5 7.3 7.9 11.9a2.6 2.6 0 0 1-3.7-3.7l5-5a1.8 1.8 0 0 1 2.5 2.5l-5 5a.9.9 0 0 1-1.2-1.3l4.3-4.3',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  get: 'M8 2.5v7.5M5 7.5l3 3 3-3M3 13.5h10',
  play: 'M5 3.5v9l7-4.5z',
  down: 'M4 6.5 8 10.5l4-4',
  place: 'M8 14s4.5-4.3 4.5-7.6A4.5 4.5 0 0 0 8 2a4.5 4.5 0 0 0-4.5 4.4C3.5 9.7 8 14 8 14ZM8 8a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 8 8Z',
};
const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: keyof typeof ICONS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}

export interface Keyed {
  readonly key: string;
  /** Another one: it looks different now. */
  readonly sign: string;
}

/** Lets an element's children be these, in this order; what looks as before stays the node that it is. */
export function keyed<Item extends Keyed>(parent: HTMLElement, items: readonly Item[], make: (item: Item) => HTMLElement): void {
  const before = new Map([...parent.children].map((child) => [(child as HTMLElement).dataset.key, child as HTMLElement]));
  let at: Element | null = parent.firstElementChild;
  for (const item of items) {
    const former = before.get(item.key);
    const node = former?.dataset.sign === item.sign ? former : make(item);
    node.dataset.key = item.key;
    node.dataset.sign = item.sign;
    if (node === former) before.delete(item.key);
    if (node === at) at = at.nextElementSibling;
    else parent.insertBefore(node, at);
  }
  for (const gone of before.values()) gone.remove();
}
