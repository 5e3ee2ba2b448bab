import { CHANNELS } from '../../channels';

it('speaks networks of different kinds, each with a name', () => {
  expect(CHANNELS.map(({ kind }) => kind)).toEqual(['whatsapp_cloud', 'instagram']);
  expect(CHANNELS.every(({ title }) => title !== '')).toBe(true);
});
