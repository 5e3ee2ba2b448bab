import { type Json, lengthOf, listOf, objectOf, textOf } from '../json';
import { refuse } from '../refusals';
import { missing } from '../wants';
import type { Account, Template } from '../world';

const BODY_MAX = 1024;

/** Throws Graph's no for a template that can't be sent like this; `toUserId`: the person is named by a user id only. */
export function checkTemplate(part: Json, account: Account, toUserId: boolean): void {
  const name = textOf(part.name);
  const language = textOf(objectOf(part.language).code);
  if (name === '') missing('template.name');
  if (language === '') missing('template.language.code');
  const found = templateOf(part, account) ?? refuse('template_missing', `template name (${name}) does not exist in ${language}`);
  if (found.status === 'PENDING' || found.status === 'REJECTED')
    refuse('template_missing', `template name (${name}) is not approved in ${language}`);
  if (found.status === 'PAUSED') refuse('template_paused');
  if (found.status === 'DISABLED') refuse('template_disabled');
  if (toUserId && found.category === 'AUTHENTICATION') refuse('bsuid_unsupported');
  checkHeader(part, found);
  checkWords('body', parametersOf(part, 'body'), found.body);
  checkLink(part, found);
}

export function templateOf(part: Json, { templates }: Account): Template | undefined {
  return templates.find(({ name, language }) => name === part.name && language === objectOf(part.language).code);
}

/** The names of the places in a text: numbers or words. */
export const placesIn = (text: string): string[] => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, place]) => place as string))];

/** The words that the customer sees. */
export const wordsOf = (part: Json, template: Template): string => filled(template.body, parametersOf(part, 'body'));

const filled = (text: string, given: readonly Json[]): string =>
  given.reduce<string>((words, one, index) => words.replaceAll(`{{${nameOf(one, index)}}}`, textOf(one.text)), text);

/** A place has the number of the parameter, unless the parameter has a name. */
const nameOf = ({ parameter_name: name }: Json, index: number): string => textOf(name) || String(index + 1);

/** What heads it: words with as many parameters as places, or one thing of the kind that the template says. */
function checkHeader(part: Json, { header, headed }: Template): void {
  const given = parametersOf(part, 'header');
  if (headed === undefined) {
    checkWords('header', given, header ?? '');
    return;
  }
  const kind = headed.toLowerCase();
  const [thing, ...more] = given;
  if (!thing || more.length > 0)
    refuse('template_params', `header: number of localizable_params (${given.length}) does not match the expected number of params (1)`);
  if (thing?.type !== kind)
    refuse('template_format', `header: Format mismatch, expected ${headed}, received ${textOf(thing?.type).toUpperCase() || 'UNKNOWN'}`);
  const { id, link, latitude } = objectOf(thing?.[kind]);
  if (kind === 'location' ? latitude === undefined : id === undefined && link === undefined)
    refuse('template_format', `header: ${kind} has no id or link`);
}

function checkWords(where: string, given: readonly Json[], text: string): void {
  const places = placesIn(text);
  if (given.length !== places.length)
    refuse(
      'template_params',
      `${where}: number of localizable_params (${given.length}) does not match the expected number of params (${places.length})`,
    );
  if (given.some(({ type, text: words }) => type !== 'text' || textOf(words) === ''))
    refuse('template_format', `${where}: expected parameters of type text`);
  const missing = places.find((place) => !given.map(nameOf).includes(place));
  if (missing !== undefined) refuse('template_params', `${where}: the parameter ${missing} is missing`);
  const words = filled(text, given);
  if (lengthOf(words) > BODY_MAX) refuse('template_long', `${where}: ${lengthOf(words)} characters, at most ${BODY_MAX}`);
}

/** A button that opens an address is told the end of it; quick replies may be told what they send back. */
function checkLink(part: Json, { link, buttons = [] }: Template): void {
  const given = listOf(part.components)
    .map(objectOf)
    .filter(({ type }) => textOf(type).toLowerCase() === 'button');
  const known = buttons.length + (link ? 1 : 0);
  if (given.some(({ index }) => !(Number(index) < known))) refuse('template_format', 'button: index is out of range');
  if (!link || placesIn(link.url).length === 0) return;
  const [end] = given.filter(({ sub_type: kind, index }) => kind === 'url' && Number(index) === buttons.length);
  const [parameter] = listOf(end?.parameters).map(objectOf);
  if (parameter?.type !== 'text' || textOf(parameter.text) === '')
    refuse('template_params', `buttons: Button at index ${buttons.length} of type Url requires a parameter`);
}

function parametersOf({ components }: Json, name: 'header' | 'body'): Json[] {
  const found = listOf(components)
    .map(objectOf)
    .find(({ type }) => textOf(type).toLowerCase() === name);
  return listOf(found?.parameters).map(objectOf);
}
