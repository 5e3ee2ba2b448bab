import { type Json, listOf, objectOf, textOf } from '../json';
import { refuse } from '../refusals';
import { missing, within } from '../wants';

const KINDS: ReadonlyMap<string, (part: Json) => void> = new Map<string, (part: Json) => void>([
  ['button', buttons],
  ['list', list],
  [
    'cta_url',
    ({ action }) => within(objectOf(objectOf(action).parameters).url, 'interactive.action.parameters.url', { min: 1, max: 2000 }),
  ],
  ['flow', () => {}],
  ['location_request_message', () => {}],
  ['request_contact_info', () => {}],
  ['address_message', () => {}],
  ['product', () => {}],
  ['product_list', () => {}],
  ['carousel', () => {}],
]);

const BODY_MAX: Readonly<Record<string, number>> = { list: 4096 };

export function checkInteractive(part: Json): void {
  const type = textOf(part.type);
  if (type === '') missing('interactive.type');
  const check = KINDS.get(type) ?? refuse('parameter', `Param interactive['type'] must be one of {${[...KINDS.keys()].join(', ')}}`);
  if (type !== 'product') within(objectOf(part.body).text, 'interactive.body.text', { min: 1, max: BODY_MAX[type] ?? 1024 });
  within(objectOf(part.footer).text, 'interactive.footer.text', { max: 60 });
  within(objectOf(part.header).text, 'interactive.header.text', { max: 60 });
  check(part);
}

function buttons({ action }: Json): void {
  const given = listOf(objectOf(action).buttons).map(objectOf);
  if (given.length === 0) missing('interactive.action.buttons');
  if (given.length > 3) refuse('value', 'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3');
  const replies = given.map(({ reply }) => objectOf(reply));
  for (const { id, title } of replies) {
    within(title, 'Button title', { min: 1, max: 20 });
    within(id, 'Button id', { min: 1, max: 256 });
  }
  different(
    replies.map(({ title }) => title),
    'Button title',
  );
  different(
    replies.map(({ id }) => id),
    'Button id',
  );
}

function list({ action, header }: Json): void {
  const { button, sections: given } = objectOf(action);
  if (header !== undefined && objectOf(header).type !== 'text') refuse('value', 'The header of a list is text.');
  within(button, 'interactive.action.button', { min: 1, max: 20 });
  const sections = listOf(given).map(objectOf);
  if (sections.length === 0) missing('interactive.action.sections');
  if (sections.length > 10) refuse('value', 'Invalid sections count. Min allowed sections: 1, Max allowed sections: 10');
  for (const { title } of sections) within(title, 'Section title', { min: sections.length > 1 ? 1 : 0, max: 24 });
  rows(sections.flatMap((section) => listOf(section.rows).map(objectOf)));
}

function rows(given: readonly Json[]): void {
  if (given.length === 0) missing('interactive.action.sections.rows');
  if (given.length > 10) refuse('value', 'Total row count exceed max allowed count: 10');
  for (const { id, title, description } of given) {
    within(title, 'Row title', { min: 1, max: 24 });
    within(id, 'Row id', { min: 1, max: 200 });
    within(description, 'Row description', { max: 72 });
  }
  different(
    given.map(({ id }) => id),
    'Row id',
  );
}

function different(values: readonly unknown[], name: string): void {
  if (new Set(values).size < values.length) refuse('value', `Duplicated ${name}`);
}
