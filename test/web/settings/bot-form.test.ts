import { checkRules } from '../../../src/bot/rules/config';
import {
  type BotForm,
  configOf,
  formOf,
  hasBlank,
  idFor,
  newRule,
  payloadsOf,
  type RulesConfig,
  retitled,
  sameForm,
} from '../../../web/settings/bots/form';

const CONFIG: RulesConfig = {
  welcome: [{ type: 'buttons', text: 'Hello', buttons: [{ id: 'hours', title: 'Hours' }] }],
  rules: [
    { when: { payload: 'hours' }, reply: [{ type: 'text', text: 'Nine to five.' }], then: 'stay' },
    { when: { keywords: ['opening hours', 'horario'] }, reply: [], then: 'stay' },
    { when: { pattern: '(?i)order' }, reply: [{ type: 'location', latitude: 1, longitude: 2 }], then: 'handoff', teamId: 'team' },
    { when: { any: true }, reply: [], then: 'handoff' },
  ],
  fallback: { reply: [{ type: 'text', text: 'Sorry?' }], handoffAfter: 3 },
};

describe('a bot in its form', () => {
  it('comes out as it went in, with what the form can’t edit', () => {
    expect(configOf(formOf('Front desk', CONFIG))).toEqual(CONFIG);
    expect(checkRules(configOf(formOf('Front desk', CONFIG)))).toEqual([]);
  });

  it('says that welcome and fallback are off, because a change merges', () => {
    expect(configOf(formOf('Bot', { rules: [] }))).toEqual({ welcome: null, rules: [], fallback: null });
  });

  it('takes words apart at commas and lines', () => {
    const form: BotForm = { ...formOf('Bot', { rules: [] }), rules: [{ ...newRule(), keywords: ' price, opening hours\nprecio,, ' }] };
    expect(configOf(form).rules[0]?.when).toEqual({ keywords: ['price', 'opening hours', 'precio'] });
  });

  it('is refused by the desk where a miss is no number', () => {
    const form = formOf('Bot', CONFIG);
    const typed = { ...form, fallback: { reply: [], handoffAfter: 'three' } };
    expect(checkRules(configOf(typed)).map(({ path }) => path)).toEqual(['config.fallback.handoffAfter']);
  });

  it('is the same only when nothing that is saved differs', () => {
    const form = formOf('Bot', CONFIG);
    expect(sameForm(form, formOf('Bot', CONFIG))).toBe(true);
    expect(sameForm(form, { ...form, rules: [...form.rules].reverse() })).toBe(false);
    expect(sameForm(form, { ...form, name: 'Other' })).toBe(false);
  });

  it('knows what its buttons send', () => {
    expect(payloadsOf(formOf('Bot', CONFIG))).toEqual(['hours']);
  });
});

describe('the id of a button', () => {
  it.each([
    ['Opening hours', 'opening-hours'],
    ['¿Dónde están?', 'donde-estan'],
    ['営業時間', '営業時間'],
  ])('of “%s” is %s', (title, id) => {
    expect(idFor(title)).toBe(id);
  });

  it('follows its title until it has one of its own', () => {
    expect(retitled({ id: '', title: '' }, 'Hours')).toEqual({ id: 'hours', title: 'Hours' });
    expect(retitled({ id: 'hours', title: 'Hours' }, 'Opening')).toEqual({ id: 'opening', title: 'Opening' });
    expect(retitled({ id: 'h1', title: 'Hours' }, 'Opening')).toEqual({ id: 'h1', title: 'Opening' });
  });
});

describe('words that a bot still needs', () => {
  it('are missed in texts, titles and the button of a list', () => {
    const rows = [{ rows: [{ id: 'a', title: 'A' }] }];
    expect(hasBlank({ type: 'text', text: ' ' })).toBe(true);
    expect(hasBlank({ type: 'buttons', text: 'Hello', buttons: [{ id: 'a', title: '' }] })).toBe(true);
    expect(hasBlank({ type: 'list', text: 'Hello', button: '', sections: rows })).toBe(true);
    expect(hasBlank({ type: 'list', text: 'Hello', button: 'Choose', sections: rows })).toBe(false);
    expect(hasBlank({ type: 'location', latitude: 1, longitude: 2 })).toBe(false);
  });
});
