import { HEALTH_RULES } from '../../../../src/domain/health-rules';
import { factRows } from '../../../../web/settings/channels/health/fact-rows';
import type { Facts } from '../../../../web/settings/channels/health/queries';
import { toldOf } from '../../../../web/settings/channels/health/told';
import { health as en } from '../../../../web/words/en/health';
import { health as es } from '../../../../web/words/es/health';
import { health as pt } from '../../../../web/words/pt-br/health';

const AT = '2026-11-22T09:00:00.000Z';
const around = { moment: () => 'at nine', nameOf: () => 'Front desk' };
/** Everything that a problem may bring. */
const FACTS = {
  at: AT,
  detail: 'why',
  scopes: ['a', 'b'],
  channelId: 'c',
  count: 3,
  inARow: 3,
  waiting: 2,
  hours: 2,
  usual: 20,
  weeks: 4,
  statuses: 3,
  replies: 1,
};

describe.each(Object.entries({ en, es, pt }))('in %s', (_language, words) => {
  it.each(Object.keys(HEALTH_RULES))('the problem %s has words, with and without its facts', (code) => {
    for (const facts of [FACTS, {}]) {
      const said = words.problems[code]?.says(toldOf({ facts }, around)) ?? '';
      expect(said).toMatch(/\S/);
      expect(said).not.toMatch(/undefined|null|NaN/);
    }
    expect(words.problems[code]?.do).toMatch(/\S/);
  });
});

it('names scopes, apps and channels, and what the network complained of', () => {
  expect(toldOf({ facts: FACTS }, around)).toMatchObject({ moment: 'at nine', detail: 'why', names: 'a, b', count: 3 });
  expect(toldOf({ facts: { channelId: 'c' } }, around).names).toBe('Front desk');
  expect(toldOf({ facts: { reason: 'auth: The token has expired' } }, around).detail).toBe('The token has expired.');
  expect(
    toldOf(
      {
        facts: {
          apps: [
            { id: '1', name: 'One' },
            { id: '2', name: null },
          ],
        },
      },
      around,
    ).names,
  ).toBe('One, 2');
  expect(toldOf({ facts: { alarms: [{ detail: 'SCAM' }, { detail: 'PIN' }] } }, around).detail).toBe('SCAM; PIN');
});

it('tells the facts in words, and leaves out what does not concern the channel', () => {
  const facts: Facts = {
    paused: null,
    slowed: { until: AT, detail: 'too many' },
    token: { valid: true, expiresAt: AT, scopes: null, missing: [], detail: null },
    tokenSince: null,
    check: { at: AT, failedSince: null, detail: null },
    accountName: null,
    webhook: null,
    lastEventAt: AT,
    lastSentAt: null,
    signatureFailures: { count: 0, inARow: 0, lastAt: null },
    foreignSecret: null,
    otherUrl: null,
    queue: { waiting: 2, oldestAt: AT },
    quality: null,
    silence: { hours: 3, usual: 24, weeks: 4 },
    gaps: { statuses: 1, replies: 0, lastAt: AT },
    subscribed: true,
    otherApps: [{ id: '42', name: null }],
    alarms: [],
  };
  expect(Object.fromEntries(factRows(facts, { ...around, words: en.facts }))).toEqual({
    'Access token': 'taken; ends at nine',
    'Last event': 'at nine',
    'Last message taken by the network': 'never',
    'Waiting to be sent': '2, the oldest since at nine',
    'Slowed by the network': 'until at nine: too many',
    Quiet: '3 hours; the poorest of 4 weeks brought 24 in these',
    'About unknown messages, in a day': '1 receipts, 0 answers',
    'Apps that hear the account': 'ours, 42',
  });
  // Nobody can be asked about a chat of one's own, and no network calls it.
  const own = { ...facts, token: null, webhook: null, slowed: null, subscribed: null, otherApps: null };
  const nobody = { ...own, check: { at: null, failedSince: null, detail: null } };
  const named = (one: Facts) => factRows(one, { ...around, words: en.facts }).map(([name]) => name);
  expect(named(nobody)).toEqual([
    'Last event',
    'Last message taken by the network',
    'Waiting to be sent',
    'Quiet',
    'About unknown messages, in a day',
  ]);
  expect(named({ ...nobody, webhook: { asks: false, handshakeAt: null } })).not.toContain(en.facts.handshake);
  expect(named({ ...nobody, webhook: { asks: true, handshakeAt: null } })).toContain(en.facts.handshake);
});
