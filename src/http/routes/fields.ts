import { saveFields } from '../../actions/workspace/save-fields';
import type { FieldDefinition } from '../../domain/fields';
import { fieldJson } from '../present/field';
import { type Route, route } from '../route';
import { FieldList, FieldShape } from '../schemas/field';
import { listOf } from '../schemas/shared';

const row = { path: '/fields', tag: 'fields', status: 200, answer: listOf(FieldShape) } as const;

const json = (fields: readonly FieldDefinition[]) => ({ data: fields.map(fieldJson), nextCursor: null });

export const FIELDS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    for: 'agents',
    says: 'Your own fields of tickets and contacts, in order.',
    handle: async ({ house }) => json(house.fields),
  }),
  route({
    ...row,
    method: 'put',
    for: 'admins',
    says: 'Save the fields: the whole list in place of the former.',
    body: FieldList,
    handle: async ({ desk, body }) => json(await saveFields(desk, body)),
  }),
];
