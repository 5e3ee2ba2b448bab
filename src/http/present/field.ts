import type { FieldDefinition } from '../../domain/fields';
import type { FieldJson } from '../schemas/field';

export const fieldJson = (field: FieldDefinition): FieldJson => ({ ...field, choices: [...field.choices] });
