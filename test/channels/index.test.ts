import { CHANNELS } from '../../channels';

/** In the order in which they are named everywhere. */
const ORDER = ['whatsapp_cloud', 'instagram', 'messenger', 'whatsapp_web', 'telegram', 'botframework', 'webchat', 'webhook'];

it('speaks networks of different kinds, each with a name, in one order', () => {
  const kinds = CHANNELS.map(({ kind }) => kind);
  expect(kinds).toEqual(ORDER.filter((kind) => kinds.includes(kind)));
  expect(CHANNELS.every(({ title }) => title !== '')).toBe(true);
});
