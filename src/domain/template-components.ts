import { listIn, objectIn, parametersOf, type TemplateFacts, type TemplateParameter, wordIn } from './template';
import { type Form, isWords, type TemplateValue, valueAt } from './template-filling';

/** A template filled with these values in the network's own shape; they are right (`filled`). */
export function componentsOf(template: Form & Pick<TemplateFacts, 'parameterFormat'>, values: readonly TemplateValue[]): unknown[] {
  const places = parametersOf(template);
  const named = template.parameterFormat === 'named';
  const of = (component: TemplateParameter['component']) => places.filter((place) => place.component === component);
  const whole = (type: 'header' | 'body') =>
    of(type).length === 0 ? [] : [{ type, parameters: of(type).map((place) => parameterOf(place, values, named)) }];
  const buttons = of('button').map((place) => ({
    type: 'button',
    sub_type: place.kind === 'coupon_code' ? 'copy_code' : 'url',
    index: String(place.index),
    parameters: [parameterOf(place, values, false)],
  }));
  return [...whole('header'), ...whole('body'), ...buttons];
}

function parameterOf(place: TemplateParameter, values: readonly TemplateValue[], named: boolean): object {
  const given = valueAt(place, values);
  if (!isWords(place)) return { type: place.kind, [place.kind]: { mediaId: given?.mediaId ?? '' } };
  const words = given?.value ?? '';
  if (place.kind === 'coupon_code') return { type: 'coupon_code', coupon_code: words };
  return { type: 'text', text: words, ...(named && !/^\d+$/.test(place.name) ? { parameter_name: place.name } : {}) };
}

/** What components in the network's shape put where. A payload of a quick reply is shown nowhere, and is left out. */
export const valuesIn = (components: readonly unknown[]): TemplateValue[] => components.map(objectIn).flatMap(valuesOfOne);

function valuesOfOne(component: Readonly<Record<string, unknown>>): TemplateValue[] {
  const type = wordIn(component.type).toLowerCase();
  if (type !== 'header' && type !== 'body' && type !== 'button') return [];
  const index = type === 'button' ? Number(component.index) : null;
  return listIn(component.parameters)
    .map(objectIn)
    .flatMap((parameter, at) => {
      const name = type === 'button' ? '1' : wordIn(parameter.parameter_name) || String(at + 1);
      const said = saidBy(parameter);
      return said === null ? [] : [{ component: type, index, name, ...said }];
    });
}

function saidBy(parameter: Readonly<Record<string, unknown>>): Pick<TemplateValue, 'value' | 'mediaId' | 'own'> | null {
  const kind = wordIn(parameter.type).toLowerCase();
  if (kind === 'payload' || kind === 'action') return null;
  if (kind === 'text') return { value: wordIn(parameter.text) };
  if (kind === 'coupon_code') return { value: wordIn(parameter.coupon_code) };
  const inside = objectIn(parameter[kind]);
  const mediaId = wordIn(inside.mediaId);
  return mediaId ? { mediaId } : { value: wordIn(inside.fallback_value), own: true };
}
