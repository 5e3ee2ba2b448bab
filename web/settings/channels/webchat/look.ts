import type { Previewed } from '../../../../channels/webchat/widget/preview';
import type { Values } from '../config-form';

/** What the look of a chat is made of, in the order of its form. */
export const LOOK = ['title', 'color', 'position', 'language', 'greeting', 'greetAfter', 'offlineText'] as const;
export type LookName = (typeof LOOK)[number];

/** The chat as these values would make it; what is empty or wrong is as if it were not there. */
export function previewed(values: Values, online: boolean, page: string): Previewed['config'] {
  const of = (name: LookName) => values[name]?.trim() || null;
  const color = of('color');
  return {
    title: of('title'),
    color: color && /^#[\da-f]{6}$/i.test(color) ? color : null,
    position: of('position') === 'left' ? 'left' : 'right',
    greeting: of('greeting'),
    offlineText: of('offlineText'),
    online,
    language: of('language') ?? page,
  };
}
