import { webhookSigns } from '../../src/http/webhook-signs';
import type { Sign } from '../../src/ports/store';
import { quiet } from '../support/database';

/** A store that keeps what it is given, and breaks on demand. */
function aKeeper() {
  const writes: Sign[][] = [];
  const state = { broken: false };
  const tx = {
    async keepSigns(signs: Sign[]) {
      if (state.broken) throw new Error('the database is away');
      writes.push(signs);
      return [];
    },
  };
  const store = { atomically: (work: (given: typeof tx) => unknown) => work(tx) };
  const signs = webhookSigns({ store, bus: { announce: () => undefined }, log: quiet } as unknown as Parameters<typeof webhookSigns>[0]);
  return { signs, writes, state };
}

const field = (times: number, firstAt: number, lastAt: number): Sign => ({
  channelId: 'ch',
  name: 'field:messages',
  times,
  firstAt,
  lastAt,
});

describe('what is seen of a webhook', () => {
  it('is written at once, and then once in ten seconds with all that came between', async () => {
    const { signs, writes } = aKeeper();
    for (const at of [1000, 2000, 10_999, 11_000]) await signs.saw('ch', ['field:messages', 'field:messages'], at);
    expect(writes).toEqual([[field(1, 1000, 1000)], [field(3, 2000, 11_000)]]);
  });

  it('is written before somebody reads it, and not twice', async () => {
    const { signs, writes } = aKeeper();
    await signs.saw('ch', ['field:messages'], 1000);
    await signs.saw('ch', ['field:messages'], 2000);
    await signs.flush('ch');
    await signs.flush('ch');
    expect(writes.slice(1)).toEqual([[field(1, 2000, 2000)]]);
  });

  it('waits for the next time while it can\u2019t be written, and keeps nobody from being answered', async () => {
    const { signs, writes, state } = aKeeper();
    state.broken = true;
    await signs.saw('ch', ['field:messages'], 1000);
    state.broken = false;
    await signs.saw('ch', ['field:messages'], 1500);
    expect(writes).toEqual([[field(2, 1000, 1500)]]);
  });

  it('is one channel\u2019s own', async () => {
    const { signs, writes } = aKeeper();
    await signs.saw('ch', ['handshake'], 1000);
    await signs.saw('other', ['handshake'], 1001);
    expect(writes.map(([sign]) => sign?.channelId)).toEqual(['ch', 'other']);
  });
});
