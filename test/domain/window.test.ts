import { replyWindow } from '../../src/domain/window';
import { DAYS, HOURS, NOON } from '../support/tickets';

const WHATSAPP = { freeText: 24 * HOURS, humanAgent: null, templates: true };
const INSTAGRAM = { freeText: 24 * HOURS, humanAgent: 7 * DAYS, templates: false };
const WEBCHAT = { freeText: null, humanAgent: null, templates: false };

describe('the answer window', () => {
  it.each([
    ['WhatsApp, just written to', WHATSAPP, NOON, NOON, { closesAt: NOON + DAYS, state: 'open' }],
    ['WhatsApp, in the last millisecond', WHATSAPP, NOON, NOON + DAYS - 1, { closesAt: NOON + DAYS, state: 'open' }],
    ['WhatsApp, a day later', WHATSAPP, NOON, NOON + DAYS, { closesAt: null, state: 'template_only' }],
    ['WhatsApp, never written to', WHATSAPP, null, NOON, { closesAt: null, state: 'template_only' }],
    ['Instagram, in the last millisecond', INSTAGRAM, NOON, NOON + DAYS - 1, { closesAt: NOON + DAYS, state: 'open' }],
    ['Instagram, a day later', INSTAGRAM, NOON, NOON + DAYS, { closesAt: NOON + 7 * DAYS, state: 'human_agent' }],
    [
      'Instagram, in the last millisecond of the week',
      INSTAGRAM,
      NOON,
      NOON + 7 * DAYS - 1,
      { closesAt: NOON + 7 * DAYS, state: 'human_agent' },
    ],
    ['Instagram, a week later', INSTAGRAM, NOON, NOON + 7 * DAYS, { closesAt: null, state: 'closed' }],
    ['Instagram, never written to', INSTAGRAM, null, NOON, { closesAt: null, state: 'closed' }],
    ['a network without a window', WEBCHAT, null, NOON, null],
  ] as const)('%s', (_, rule, from, now, window) => {
    expect(replyWindow(rule, from, now)).toEqual(window);
  });
});
