import { type Buttons, type ChoiceLimits, fitted, type List } from '../../src/domain/choices';

const TEXT = { max: 100, unit: 'characters' } as const;
const BOTH: ChoiceLimits = {
  buttons: { text: TEXT, most: 3, title: 5, id: 6, titlesDiffer: true },
  list: { text: TEXT, button: 8, sections: 2, rows: 4, sectionTitle: 6, title: 7, id: 5, description: 9 },
};
const BUTTONS_ONLY: ChoiceLimits = { buttons: { ...BOTH.buttons!, most: 5, titlesDiffer: false }, list: null };

const buttons = (...titles: string[]): Buttons => ({
  type: 'buttons',
  text: 'Well?',
  buttons: titles.map((title, at) => ({ id: `${at}`, title })),
});
const list = (...sections: List['sections']): List => ({ type: 'list', text: 'Well?', button: 'See', sections });
const rows = (...titles: string[]) => titles.map((title) => ({ id: title, title }));

const contentOf = (content: Buttons | List, limits = BOTH) => {
  const fit = fitted(content, limits);
  return 'content' in fit ? fit.content : fit.misfit;
};

describe('buttons', () => {
  it('stay buttons where they fit', () => {
    expect(contentOf(buttons('Yes', 'No'))).toEqual(buttons('Yes', 'No'));
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, Buttons]>([
    ['there are too many',          buttons('A', 'B', 'C', 'D')],
    ['a title is too long for one', buttons('Perhaps')],
    ['two have one title',          buttons('Yes', 'Yes')],
  ])('become a list when %s', (_, content) => {
    expect(contentOf(content)).toEqual({
      type: 'list',
      text: 'Well?',
      button: 'Choose',
      sections: [{ rows: content.buttons.map(({ id, title }) => ({ id, title })) }],
    });
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, Buttons, string, string]>([
    ['too many for a list',  buttons('A', 'B', 'C', 'D', 'E'),                                        'content.buttons',         'at most 4 choices; there are 5'],
    ['a title too long',     buttons('A', 'B', 'Too long a title'),                                   'content.buttons.2.title', 'at most 7 characters here; there are 16'],
    ['an id too long',       { ...buttons(), buttons: [{ id: 'too long', title: 'A' }] },              'content.buttons.0.id',    'at most 5 characters here; there are 8'],
    ['an id twice',          { ...buttons(), buttons: [{ id: '1', title: 'A' }, { id: '1', title: 'B' }] }, 'content.buttons.1.id', 'each id once'],
  ])('are refused with the limit that was hit: %s', (_, content, path, says) => {
    expect(contentOf(content)).toEqual({ path, says: expect.stringContaining(says) });
  });
});

describe('a list', () => {
  it('stays a list where there are lists, also a short one', () => {
    expect(contentOf(list({ rows: rows('A') }))).toEqual(list({ rows: rows('A') }));
  });

  it('becomes buttons where there are none, and loses neither headings nor descriptions', () => {
    const given = list(
      {
        title: 'Sizes',
        rows: [
          { id: 's', title: 'Small', description: 'For one' },
          { id: 'l', title: 'Large' },
        ],
      },
      { title: 'Other', rows: rows('None') },
    );
    expect(contentOf(given, BUTTONS_ONLY)).toEqual({
      type: 'buttons',
      text: 'Well?\n\nSizes\nSmall: For one\n\nOther',
      buttons: [
        { id: 's', title: 'Small' },
        { id: 'l', title: 'Large' },
        { id: 'None', title: 'None' },
      ],
    });
    expect(contentOf(list({ rows: rows('A') }), BUTTONS_ONLY)).toMatchObject({ text: 'Well?' });
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, List, ChoiceLimits, string, string]>([
    ['too many rows in all',       list({ title: 'a', rows: rows('A', 'B', 'C') }, { title: 'b', rows: rows('D', 'E') }), BOTH, 'content.sections',                     'at most 4 choices; there are 5'],
    ['too many sections',          list(...['a', 'b', 'c'].map((title) => ({ title, rows: rows(title) }))),           BOTH, 'content.sections',                     'at most 2 sections; there are 3'],
    ['a section without heading',  list({ title: 'a', rows: rows('A') }, { rows: rows('B') }),                         BOTH, 'content.sections.1.title',             'a title for each of several'],
    ['a long heading',             list({ title: 'too long', rows: rows('A') }),                                       BOTH, 'content.sections.0.title',             'at most 6'],
    ['a long button',              { ...list({ rows: rows('A') }), button: 'too long a word' },                        BOTH, 'content.button',                       'at most 8'],
    ['a long title',               list({ title: 'a', rows: rows('A') }, { title: 'b', rows: rows('too long') }),      BOTH, 'content.sections.1.rows.0.title',      'at most 7'],
    ['a long description',         list({ rows: [{ id: 'a', title: 'A', description: 'far too long' }] }),             BOTH, 'content.sections.0.rows.0.description', 'at most 9'],
    ['an id twice',                list({ rows: [...rows('A'), ...rows('A')] }),                                       BOTH, 'content.sections.0.rows.1.id',         'each id once'],
    ['as buttons, a long title',   list({ rows: rows('A', 'Larger') }),                                                BUTTONS_ONLY, 'content.sections.0.rows.1.title', 'at most 5'],
    ['as buttons, too many',       list({ rows: rows('A', 'B', 'C', 'D', 'E', 'F') }),                                 BUTTONS_ONLY, 'content.sections',            'at most 5 choices; there are 6'],
  ])('is refused with the limit that was hit: %s', (_, content, limits, path, says) => {
    expect(contentOf(content, limits)).toEqual({ path, says: expect.stringContaining(says) });
  });
});

it('counts an emoji of the second plane as one character', () => {
  expect(contentOf(buttons('👍👍👍👍👍'))).toMatchObject({ type: 'buttons' });
});

it('refuses choices where there are none', () => {
  expect(contentOf(buttons('Yes'), { buttons: null, list: null })).toEqual({ path: 'content.type', says: 'has no choices to tap' });
});
