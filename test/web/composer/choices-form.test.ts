import { fitted } from '../../../src/domain/choices';
import { parametersOf } from '../../../src/domain/template';
import { type ChoicesForm, contentOf, emptyForm, kindsOf, lackOf, partsOf } from '../../../web/composer/choices-form';
import { found, NOTHING_CHOSEN, seenAs, contentOf as templateContent, lackOf as templateLack } from '../../../web/templates/chosen';
import { keyOf, type Template } from '../../../web/templates/query';

const TEXT = { max: 1024, unit: 'characters' } as const;
const buttons = { text: TEXT, most: 3, title: 20, id: 256, titlesDiffer: true };
const list = { text: TEXT, button: 20, sections: 10, rows: 10, sectionTitle: 24, title: 24, id: 200, description: 72 };
const both = { buttons, list };

const form = (change: Partial<ChoicesForm>): ChoicesForm => ({ ...emptyForm(both, 'Which one?', 'Choose'), ...change });
const rows = (...titles: string[]) => titles.map((title) => ({ title, description: '' }));

describe('buttons and lists', () => {
  test('only the forms that the network has are offered', () => {
    expect([kindsOf(both), kindsOf({ buttons, list: null }), emptyForm({ buttons: null, list }, '', '').kind]).toEqual([
      ['buttons', 'list'],
      ['buttons'],
      'list',
    ]);
  });

  test('what was left empty is left out', () => {
    expect(contentOf(form({ buttons: ['Sand', ' ', 'Ink '] }))).toEqual({
      type: 'buttons',
      text: 'Which one?',
      buttons: [
        { id: 'choice-1', title: 'Sand' },
        { id: 'choice-2', title: 'Ink' },
      ],
    });
  });

  test('choices of several sections have ids that differ', () => {
    const sections = [
      { title: 'Lamps', rows: rows('Mora', 'Luna') },
      { title: 'Shades', rows: [{ title: 'Linen', description: 'In sand' }] },
    ];
    expect(contentOf(form({ kind: 'list', sections }))).toEqual({
      type: 'list',
      text: 'Which one?',
      button: 'Choose',
      sections: [
        {
          title: 'Lamps',
          rows: [
            { id: 'choice-1', title: 'Mora' },
            { id: 'choice-2', title: 'Luna' },
          ],
        },
        { title: 'Shades', rows: [{ id: 'choice-3', title: 'Linen', description: 'In sand' }] },
      ],
    });
  });

  test.each<[string | null, Partial<ChoicesForm>]>([
    [null, { buttons: ['Sand', 'Ink'] }],
    ['needsText', { text: ' ', buttons: ['Sand'] }],
    ['needsTitle', { buttons: ['', ''] }],
    ['twice', { buttons: ['Sand', 'Sand '] }],
    ['unfit', { buttons: ['x'.repeat(21)] }],
    ['unfit', { buttons: ['1', '2', '3', '4'] }],
    [null, { kind: 'list', sections: [{ title: '', rows: rows('Sand', '') }] }],
    ['needsOpens', { kind: 'list', opens: '', sections: [{ title: '', rows: rows('Sand') }] }],
    ['needsTitle', { kind: 'list', sections: [{ title: '', rows: [{ title: '', description: 'Light' }, ...rows('Ink')] }] }],
    [
      'needsSections',
      {
        kind: 'list',
        sections: [
          { title: 'A', rows: rows('Sand') },
          { title: '', rows: rows('Ink') },
        ],
      },
    ],
    ['unfit', { kind: 'list', sections: [{ title: '', rows: [{ title: 'Sand', description: 'x'.repeat(73) }] }] }],
  ])('%s is said while typing, as the desk would', (lack, change) => {
    expect(lackOf(form(change), both)).toBe(lack);
    if (lack === null) expect(fitted(contentOf(form(change)), both)).toHaveProperty('content');
  });

  test('words that don’t fit above the choices go ahead of them', () => {
    expect(partsOf(form({ text: 'Which one?' }), both, TEXT)).toBe(1);
    expect(partsOf(form({ text: 'word '.repeat(450) }), both, { max: 4096, unit: 'characters' })).toBe(2);
  });
});

describe('a template', () => {
  const body = { type: 'BODY', text: 'Hello {{1}}, order {{2}} is on its way.' };
  const template = {
    name: 'order_update',
    language: 'pt_BR',
    category: 'utility',
    usable: true,
    components: [body],
    parameters: parametersOf({ components: [body] }),
  } as Template;
  const chosen = (...values: string[]) => ({
    ...NOTHING_CHOSEN,
    key: keyOf(template),
    values: Object.fromEntries(values.map((value, at) => [`body.${at + 1}`, value])),
  });

  test('is seen as the customer will see it, and goes out with its values in their places', () => {
    expect(seenAs(template, chosen('Pilar')).text).toBe('Hello Pilar, order {{2}} is on its way.');
    expect(templateContent(template, chosen('Pilar', ' 20764 '))).toEqual({
      type: 'template',
      name: 'order_update',
      language: 'pt_BR',
      components: [],
      parameters: [
        { component: 'body', name: '1', value: 'Pilar' },
        { component: 'body', name: '2', value: '20764' },
      ],
    });
  });

  test.each([
    [null, ['Pilar', '20764']],
    ['fill', ['Pilar', ' ']],
    ['noLines', ['Pilar', 'a\nb']],
    ['tooLong', ['Pilar', 'x'.repeat(33_000)]],
  ])('%s is said before it is sent', (lack, values) => {
    expect(templateLack(template, chosen(...values))).toBe(lack);
  });

  test('is found by its words, those that can be sent first', () => {
    const paused = { ...template, name: 'another', usable: false };
    expect(found([paused, template], 'order way', 'es').map(({ name }) => name)).toEqual(['order_update', 'another']);
    expect(found([paused, template], 'nothing', 'es')).toEqual([]);
    expect(found([template], 'portugués brasil', 'es')).toEqual([template]);
  });
});
