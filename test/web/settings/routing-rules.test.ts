import { bodyOf, formOf, isSame, listIn, newRule, type RuleForm, shifted, wrongAt } from '../../../web/settings/routing-rules/form';
import { sentenceOf } from '../../../web/settings/routing-rules/sentence';
import { en } from '../../../web/words/en';
import { pages } from '../../../web/words/en/pages';

const rule = (over: Partial<RuleForm>): RuleForm => ({ place: 'a', name: 'A rule', on: true, when: {}, then: {}, ...over });
const around = {
  words: { ...en, ...pages },
  language: 'en',
  channels: [
    { id: 'w', name: 'WhatsApp' },
    { id: 'i', name: 'Instagram' },
  ],
  teams: [{ id: 't', name: 'Support' }],
  fields: [{ key: 'tier', name: 'Tier' }],
};

describe('routing rules in the desk', () => {
  it('say what must hold and what becomes of the ticket', () => {
    const when = {
      channels: ['w', 'i'],
      words: ['refund'],
      languages: ['es'],
      contact: { known: false, phones: ['5511'], field: { key: 'tier', value: 'gold' } },
      hours: { from: '22:00', to: '06:00' },
    };
    expect(sentenceOf({ when, then: { teamId: 't', priority: 'high', tags: ['vip'] } }, around)).toEqual({
      when: 'on WhatsApp or Instagram, with “refund”, in Spanish, from somebody new, from 5511…, Tier is gold, from 22:00 to 06:00',
      then: 'to Support, priority High, tagged vip',
    });
    expect(sentenceOf(newRule('x'), around)).toEqual({ when: 'every ticket', then: 'nothing yet' });
    expect(sentenceOf(rule({ when: { languages: ['?'] }, then: { close: true } }), around)).toEqual({
      when: 'in ?',
      then: 'closed at once',
    });
  });

  it('are sent without what is empty, and an id only where there is one', () => {
    const [saved] = formOf([{ id: 'r1', name: 'Saved', on: false, when: {}, then: { close: true } }]);
    const added = rule({
      name: ' New ',
      when: { words: [], channels: ['w'], contact: { phones: [] }, hours: undefined },
      then: { tags: [], priority: 'low' },
    });
    expect(bodyOf([saved as RuleForm, added])).toEqual([
      { id: 'r1', name: 'Saved', on: false, when: {}, then: { close: true } },
      { name: 'New', on: true, when: { channels: ['w'] }, then: { priority: 'low' } },
    ]);
    expect(isSame([added], [rule({ ...added, name: 'New', when: { channels: ['w'] } })])).toBe(true);
    expect(isSame([added], [])).toBe(false);
  });

  it('change places one by one', () => {
    const rules = ['a', 'b', 'c'].map((place) => rule({ place }));
    const places = (list: readonly RuleForm[]) => list.map(({ place }) => place).join('');
    expect([places(shifted(rules, 0, 1)), places(shifted(rules, 2, -1))]).toEqual(['bac', 'acb']);
  });

  it('read lists between commas, and find what is wrong with each of them', () => {
    expect(listIn(' es, pt ,, es')).toEqual(['es', 'pt']);
    const errors = [
      { path: 'rules.1.then.teamId', message: 'no such team' },
      { path: 'rules.10.then', message: 'other' },
    ];
    expect([wrongAt(errors, 1), wrongAt(errors, 0)]).toEqual([['no such team'], []]);
  });
});
