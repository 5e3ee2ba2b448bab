export const FIELD_TYPES = ['text', 'number', 'choice', 'date'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A field of the admin's own, of tickets or of contacts. */
export interface FieldDefinition {
  /** Made from the first name; never changes, so that values keep their meaning. */
  readonly key: string;
  readonly name: string;
  readonly of: 'ticket' | 'contact';
  readonly type: FieldType;
  /** Of a `choice`. */
  readonly choices: readonly string[];
}

/** Values by key of their field: text, choice and date (`YYYY-MM-DD`) as text. */
export type FieldValues = Readonly<Record<string, string | number>>;
