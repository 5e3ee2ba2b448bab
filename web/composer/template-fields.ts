import type { Sayable } from './send';

export interface TemplateFields {
  readonly name: string;
  readonly language: string;
  /** What stands in the body for {{1}}, {{2}} … */
  readonly values: readonly string[];
}

export type TemplateLack = 'needsName' | 'badName' | 'badLanguage' | 'needsValue';

/** The first thing for which it can't be sent; whether the account has it, only the network knows. */
export function templateLack({ name, language, values }: TemplateFields): TemplateLack | null {
  if (name.trim() === '') return 'needsName';
  if (!/^[a-z0-9_]{1,512}$/.test(name.trim())) return 'badName';
  if (!/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language.trim())) return 'badLanguage';
  return values.some((value) => value.trim() === '') ? 'needsValue' : null;
}

export function templateOf({ name, language, values }: TemplateFields): Sayable {
  const parameters = values.map((text) => ({ type: 'text', text: text.trim() }));
  return {
    type: 'template',
    name: name.trim(),
    language: language.trim(),
    components: parameters.length > 0 ? [{ type: 'body', parameters }] : [],
  };
}
