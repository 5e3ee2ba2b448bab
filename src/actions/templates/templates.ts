import type { Content, TemplateContent } from '../../domain/content';
import { type FieldError, Refusal } from '../../domain/errors';
import { type Unusable, unusable } from '../../domain/template';
import { componentsOf, valuesIn } from '../../domain/template-components';
import { type FilledTemplate, filled, type TemplateValue, wordsOfFilled } from '../../domain/template-filling';
import type { Template, Tx } from '../../ports/store';

/** What is asked to be sent: a template may come with `parameters` in place of components. */
interface AskedTemplate extends TemplateContent {
  readonly parameters?: readonly TemplateParameterValue[] | undefined;
}

/** As the API takes it. */
interface TemplateParameterValue {
  readonly component: TemplateValue['component'];
  readonly index?: number | undefined;
  readonly name: string;
  readonly value?: string | undefined;
  readonly mediaId?: string | undefined;
}

export const valuesOf = (parameters: readonly TemplateParameterValue[]): TemplateValue[] =>
  parameters.map(({ component, index, name, value, mediaId }) => ({
    component,
    index: component === 'button' ? (index ?? 0) : null,
    name,
    ...(value === undefined ? {} : { value }),
    ...(mediaId === undefined ? {} : { mediaId }),
  }));

/**
 * What is to be sent, with a template's places filled and its words as the customer will see them. Refuses (`invalid`) one
 * that the account has not, that can't be sent now, or whose places are filled wrongly. While the desk knows none of
 * the account's templates, the network alone knows, and it goes as it is: a token may send what it may not list.
 */
export async function withTemplate(tx: Tx, channelId: string, content: Content | AskedTemplate): Promise<Content> {
  if (content.type !== 'template') return content;
  const { parameters, ...asked } = content as AskedTemplate;
  const template = await tx.template(channelId, asked.name, asked.language);
  if (template) return ready(template, asked, parameters);
  if ((await tx.templates(channelId)).length > 0)
    throw wrong([{ path: 'content.name', message: 'the account has no such template in this language' }]);
  if (parameters === undefined) return asked;
  throw wrong([{ path: 'content.parameters', message: 'the desk knows no template of this account: give components' }]);
}

function ready(template: Template, asked: TemplateContent, parameters: readonly TemplateParameterValue[] | undefined): TemplateContent {
  const because = unusable(template);
  if (because !== null && (because !== 'unsupported_parts' || parameters !== undefined))
    throw wrong([{ path: 'content.name', message: WORDS[because] }]);
  if (because === 'unsupported_parts') return asked;
  const values = parameters ? valuesOf(parameters) : valuesIn(asked.components);
  const seen = filled(template, values);
  const root = parameters ? 'content.parameters' : 'content.components';
  if (seen.errors.length > 0) throw wrong(seen.errors.map(({ path, message }) => ({ path: `${root}.${path}`, message })));
  return said(template, parameters ? componentsOf(template, values) : asked.components, seen);
}

export const said = ({ name, language }: Template, components: readonly unknown[], seen: FilledTemplate): TemplateContent => ({
  type: 'template',
  name,
  language,
  components,
  words: wordsOfFilled(seen),
  ...(seen.buttons.length > 0 ? { buttons: seen.buttons } : {}),
});

const wrong = (errors: readonly FieldError[]): Refusal => new Refusal('invalid', 'The template can\u2019t be sent like this.', { errors });

const WORDS: Record<Unusable, string> = {
  pending: 'the network has not approved this template yet',
  rejected: 'the network has rejected this template',
  paused: 'the network has paused this template',
  disabled: 'the network has disabled this template',
  deleted: 'this template is being deleted',
  unknown_status: 'the network says nothing that the desk knows of this template\u2019s state',
  unsupported_parts: 'this template has parts that can\u2019t be filled here',
};

export const usableTemplates = async (tx: Tx, channelId: string): Promise<number> =>
  (await tx.templates(channelId)).filter((template) => unusable(template) === null).length;
