import type { Message } from '../../../web/api/types';
import { hillOf, openAt, shareOf } from '../../../web/board/past/hill';
import { momentsIn, ticksOf } from '../../../web/board/past/labels';
import { daysOn, floorTo, keyTo, nearest, stepBack, stepOn, stretchAround } from '../../../web/board/past/moments';
import { saidThen } from '../../../web/board/past/said-then';
import { readBoardSearch } from '../../../web/board/search';

const at = (text: string) => Date.parse(text);
const MADRID = 'Europe/Madrid';
const now = at('2026-11-23T11:15:00Z');

describe('The handle of the slider', () => {
  it.each([
    ['quarter', 'UTC', '2026-11-20T11:00:00Z'],
    ['hour', MADRID, '2026-11-20T11:00:00Z'],
    ['hour', 'Asia/Kathmandu', '2026-11-20T10:15:00Z'],
    ['day', MADRID, '2026-11-19T23:00:00Z'],
  ] as const)('rests where a %s begins by the clock of %s', (step, zone, rests) => {
    expect(floorTo(at('2026-11-20T11:07:31Z'), step, zone)).toBe(at(rests));
    expect(floorTo(at(rests), step, zone)).toBe(at(rests));
  });

  it('goes one step on and back, from between two steps to the nearest ones', () => {
    expect(stepOn(at('2026-11-20T11:07:00Z'), 'hour', MADRID)).toBe(at('2026-11-20T12:00:00Z'));
    expect(stepBack(at('2026-11-20T11:07:00Z'), 'hour', MADRID)).toBe(at('2026-11-20T11:00:00Z'));
    expect(stepBack(at('2026-11-20T11:00:00Z'), 'hour', MADRID)).toBe(at('2026-11-20T10:00:00Z'));
    expect(nearest(at('2026-11-20T11:20:00Z'), 'hour', MADRID)).toBe(at('2026-11-20T11:00:00Z'));
    expect(nearest(at('2026-11-20T11:40:00Z'), 'hour', MADRID)).toBe(at('2026-11-20T12:00:00Z'));
  });

  it('goes by days of 23 and 25 hours where the clocks are turned', () => {
    const turned = floorTo(at('2026-10-25T12:00:00Z'), 'day', MADRID);
    expect(turned).toBe(at('2026-10-24T22:00:00Z'));
    expect(stepOn(turned, 'day', MADRID) - turned).toBe(25 * 3_600_000);
    expect(daysOn(at('2026-10-24T07:00:00Z'), 1, MADRID)).toBe(at('2026-10-25T08:00:00Z'));
    expect(daysOn(at('2026-03-28T08:00:00Z'), 1, MADRID)).toBe(at('2026-03-29T07:00:00Z'));
  });

  const stretch = stretchAround(null, 'hour', now, MADRID, null);
  const handle = { at: at('2026-11-20T11:00:00Z'), step: 'hour', now, zone: MADRID, stretch, rtl: false } as const;

  it('hears arrows, Page keys, Home and End, and comes to rest at now', () => {
    expect(keyTo('ArrowLeft', handle)).toBe(at('2026-11-20T10:00:00Z'));
    expect(keyTo('ArrowLeft', { ...handle, rtl: true })).toBe(at('2026-11-20T12:00:00Z'));
    expect(keyTo('ArrowUp', { ...handle, rtl: true })).toBe(at('2026-11-20T12:00:00Z'));
    expect(keyTo('PageDown', handle)).toBe(at('2026-11-19T11:00:00Z'));
    expect(keyTo('Home', handle)).toBe(stretch.from);
    expect(keyTo('End', handle)).toBeNull();
    expect(keyTo('ArrowRight', { ...handle, at: at('2026-11-23T11:00:00Z') })).toBeNull();
    expect(keyTo('ArrowLeft', { ...handle, at: null })).toBe(at('2026-11-23T11:00:00Z'));
    expect(keyTo('a', handle)).toBeUndefined();
  });

  it('moves over the last seven days, and over others around an earlier moment as long as it stays in them', () => {
    expect(stretch).toEqual({ from: at('2026-11-16T11:00:00Z'), to: now });
    const earlier = stretchAround(at('2026-10-01T10:00:00Z'), 'hour', now, MADRID, stretch);
    expect(earlier).toEqual({ from: at('2026-09-27T22:00:00Z'), to: at('2026-10-04T22:00:00Z') });
    expect(stretchAround(at('2026-10-04T10:00:00Z'), 'hour', now, MADRID, earlier)).toBe(earlier);
    expect(stretchAround(at('2026-11-17T10:00:00Z'), 'hour', now, MADRID, earlier)).toEqual(stretch);
  });

  it('is said in full by the clock of the desk, and the days below it are named once each', () => {
    const says = momentsIn('en-GB', MADRID);
    expect(says.whole(at('2026-11-20T11:00:00Z'), now)).toBe('Friday 20 November, 12:00');
    expect(says.whole(at('2025-11-20T11:00:00Z'), now)).toBe('Thursday, 20 November 2025, 12:00');
    const days = ticksOf(stretch, 'hour', MADRID, says).map(({ says: day }) => day);
    expect(days).toEqual(['Mon 16 Nov', 'Tue 17', 'Wed 18', 'Thu 19', 'Fri 20', 'Sat 21', 'Sun 22']);
  });
});

describe('The hill', () => {
  const stretch = { from: 0, to: 100 };
  const points = [0, 50, 100].map((moment, index) => ({ at: moment, open: [0, 10, 5][index] ?? 0 }));

  it('begins at zero, is as high as the drawing at its top, and is coloured up to the handle', () => {
    const { line, ground, passed } = hillOf(points, stretch, 60);
    expect(line).toBe('M0 54L500 4L1000 29');
    expect(ground).toBe(`${line}L1000 54L0 54Z`);
    expect(passed).toBe('M0 54L500 4L500 54L0 54Z');
    expect(hillOf([], stretch, 60)).toEqual({ line: '', ground: '', passed: '' });
  });

  it('tells how many were open at a step, and where a moment lies', () => {
    expect([openAt(points, 50), openAt(points, 60)]).toEqual([10, undefined]);
    expect([shareOf(-5, stretch), shareOf(25, stretch), shareOf(200, stretch)]).toEqual([0, 0.25, 1]);
  });
});

describe('A ticket as it was', () => {
  const message = (seq: number, change: object) =>
    ({ id: `m${seq}`, seq, heardAt: '2026-11-20T10:00:00Z', reactions: [], ...change }) as unknown as Message;
  const text = (says: string) => ({ type: 'text', text: says });

  it('shows what had been heard, in the words of then, without what came later', () => {
    const then = saidThen(
      [
        message(2, {
          content: text('third wording'),
          editedAt: '2026-11-20T13:00:00Z',
          former: [
            { content: text('first wording'), until: '2026-11-20T11:00:00Z' },
            { content: text('second wording'), until: '2026-11-20T13:00:00Z' },
          ],
          reactions: [
            { by: 'customer', emoji: '👍', at: '2026-11-20T11:30:00Z' },
            { by: 'business', emoji: '❤', at: '2026-11-20T12:30:00Z' },
          ],
        }),
        message(3, { content: text('later'), heardAt: '2026-11-20T12:00:01Z' }),
        message(1, { content: text('hello'), editedAt: null, delivery: { status: 'read' } }),
      ],
      at('2026-11-20T12:00:00Z'),
    );
    expect(then.map(({ content }) => content)).toEqual([text('hello'), text('second wording')]);
    expect(then[0]?.delivery).toBeNull();
    expect(then[1]).toMatchObject({
      editedAt: '2026-11-20T11:00:00Z',
      reactions: [{ emoji: '👍' }],
      former: [{ content: text('first wording') }],
    });
  });
});

test('The address holds the moment; what is no moment, or has not come yet, is left out', () => {
  expect(readBoardSearch({ at: '2026-01-20T12:00:00+01:00', team: 't1' })).toEqual({ team: 't1', at: '2026-01-20T11:00:00.000Z' });
  expect(readBoardSearch({ at: '2026-01-20T11:00:00Z', ticket: 'x' })).toEqual({ at: '2026-01-20T11:00:00.000Z', ticket: 'x' });
  expect(readBoardSearch({ ticket: 'x' })).toEqual({});
  for (const wrong of ['soon', '2999-01-01T00:00:00Z', 5, '2026-13-45T99:00:00Z']) expect(readBoardSearch({ at: wrong })).toEqual({});
});
