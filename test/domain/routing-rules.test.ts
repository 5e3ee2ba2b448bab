import { applyRules, type RoutingRule, type RuleConditions, type RuleFacts } from '../../src/domain/routing-rules';
import { diceOf } from '../proof/support/dice';

const rule = (id: string, when: RuleConditions = {}, over: Partial<RoutingRule> = {}): RoutingRule => ({
  id,
  name: id,
  on: true,
  when,
  then: { priority: 'high' },
  ...over,
});

const facts = (over: Partial<RuleFacts> = {}): RuleFacts => ({
  channelId: 'whatsapp',
  said: () => 'Hello, where is my refund?',
  language: () => 'en',
  known: true,
  phone: '5511990000001',
  fields: { tier: 'Gold', visits: 3 },
  minute: () => 10 * 60,
  ...over,
});

const fits = (when: RuleConditions, over: Partial<RuleFacts> = {}): boolean => applyRules([rule('it', when)], facts(over)) !== null;
const at = (time: string) => ({ minute: () => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) });

describe('routing rules', () => {
  it('go by the first that fits, in their order, and tell what held', () => {
    const rules = [
      rule('other', { channels: ['instagram'] }),
      rule('words', { words: ['refund'], contact: { known: true } }),
      rule('rest'),
    ];
    expect(applyRules(rules, facts())).toMatchObject({ rule: { id: 'words' }, conditions: ['contact.known', 'words'] });
    expect(applyRules(rules, facts({ said: () => 'hi' }))).toMatchObject({ rule: { id: 'rest' }, conditions: [] });
    expect(applyRules(rules.slice(0, 1), facts())).toBeNull();
    expect(applyRules([], facts())).toBeNull();
  });

  it('pass over those that are switched off', () => {
    expect(applyRules([rule('off', {}, { on: false }), rule('on')], facts())).toMatchObject({ rule: { id: 'on' } });
  });

  it('ask for all of their conditions, and any one entry of each', () => {
    expect(fits({ channels: ['instagram', 'whatsapp'], words: ['invoice', 'refund'] })).toBe(true);
    expect(fits({ channels: ['instagram'], words: ['refund'] })).toBe(false);
  });

  it.each([
    ['refund', 'My REFUND!', true],
    ['refund', 'refunds', false],
    ['reembolso', 'Quero o reémbolsO', true],
    ['no llega', 'mi paquete no  llega', true],
    ['no llega', 'no me llega', false],
    ['退款', '我要退款谢谢', true],
    ['🔥', 'help 🔥', true],
  ])('find the words %s in %s: %s', (words, said, holds) => {
    expect(fits({ words: [words] }, { said: () => said })).toBe(holds);
  });

  it('know contacts by what is known of them', () => {
    expect([fits({ contact: { known: true } }), fits({ contact: { known: false } })]).toEqual([true, false]);
    expect([fits({ contact: { phones: ['49', '5511'] } }), fits({ contact: { phones: ['5521'] } })]).toEqual([true, false]);
    expect(fits({ contact: { phones: ['5511'] } }, { phone: null })).toBe(false);
    expect(fits({ contact: { field: { key: 'tier', value: 'gold' } } })).toBe(true);
    expect(fits({ contact: { field: { key: 'visits', value: '3' } } })).toBe(true);
    expect(fits({ contact: { field: { key: 'toString', value: 'gold' } } })).toBe(false);
    expect(fits({ contact: { field: { key: 'tier', value: 'gold' } } }, { fields: null })).toBe(false);
  });

  it('know languages by their first part, and fit none when nobody is sure', () => {
    expect([fits({ languages: ['pt', 'EN'] }), fits({ languages: ['es'] })]).toEqual([true, false]);
    expect(fits({ languages: ['en'] }, { language: () => null })).toBe(false);
  });

  it.each([
    ['09:00', '17:00', '09:00', true],
    ['09:00', '17:00', '17:00', false],
    ['22:00', '06:00', '23:30', true],
    ['22:00', '06:00', '05:59', true],
    ['22:00', '06:00', '06:00', false],
    ['18:00', '24:00', '23:59', true],
  ])('between %s and %s at %s: %s', (from, to, now, holds) => {
    expect(fits({ hours: { from, to } }, at(now))).toBe(holds);
  });

  it('find out what is dear once, and only when a rule asks for it', () => {
    const language = jest.fn(() => 'en');
    const said = jest.fn(() => 'hello');
    applyRules([rule('a', { channels: ['instagram'], languages: ['en'], words: ['x'] })], facts({ language, said }));
    expect([language.mock.calls.length, said.mock.calls.length]).toEqual([0, 0]);
    applyRules([rule('a', { languages: ['es'] }), rule('b', { languages: ['pt'] })], facts({ language }));
    expect(language).toHaveBeenCalledTimes(1);
  });

  it('never throw, and answer with the first that fits, whatever stands in them', () => {
    const dice = diceOf(20_261_122);
    const strange = ['', '\u0000', '99:99', 'x'.repeat(300), '\ud800', '🔥', '__proto__', '5511', 'en', '24:00', '-1'];
    const some = () => Array.from({ length: 1 + dice.below(3) }, () => dice.pick(strange));
    const maybe = <T>(value: T): T | undefined => (dice.below(3) === 0 ? value : undefined);
    const when = (): RuleConditions =>
      JSON.parse(
        JSON.stringify({
          channels: maybe(some()),
          words: maybe(some()),
          languages: maybe(some()),
          contact: maybe({
            known: maybe(true),
            phones: maybe(some()),
            field: maybe({ key: dice.pick(strange), value: dice.pick(strange) }),
          }),
          hours: maybe({ from: dice.pick(strange), to: dice.pick(strange) }),
        }),
      );
    for (let n = 0; n < 2000; n++) {
      const rules = Array.from({ length: dice.below(6) }, (_, i) => rule(String(i), when(), { on: dice.below(4) > 0 }));
      const about = facts({ said: () => some().join(' '), phone: dice.pick([null, ...strange]), channelId: dice.pick(strange) });
      const fixed = facts({
        ...about,
        said: (
          (words) => () =>
            words
        )(about.said()),
      });
      const first = rules.find((one) => applyRules([one], fixed) !== null);
      expect(applyRules(rules, fixed)?.rule.id).toBe(first?.id);
    }
  });
});
