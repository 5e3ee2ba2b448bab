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
  checkParameters(parametersOf(part), found);
}

export function templateOf(part: Json, { templates }: Account): Template | undefined {
  return templates.find(({ name, language }) => name === part.name && language === objectOf(part.language).code);
}

/** The words that the customer sees. */
export function wordsOf(part: Json, template: Template): string {
  return parametersOf(part).reduce<string>(
    (words, parameter, index) => words.replaceAll(`{{${index + 1}}}`, textOf(parameter.text)),
    template.body,
  );
}

function checkParameters(given: readonly Json[], template: Template): void {
  const expected = new Set(template.body.match(/\{\{\d+\}\}/g)).size;
  if (given.length !== expected)
    refuse(
      'template_params',
      `body: number of localizable_params (${given.length}) does not match the expected number of params (${expected})`,
    );
  if (given.some(({ type, text }) => type !== 'text' || textOf(text) === ''))
    refuse('template_format', 'body: expected parameters of type text');
  const words = given.reduce<string>((said, { text }, index) => said.replaceAll(`{{${index + 1}}}`, textOf(text)), template.body);
  if (lengthOf(words) > BODY_MAX) refuse('template_long', `body: ${lengthOf(words)} characters, at most ${BODY_MAX}`);
}

function parametersOf({ components }: Json): Json[] {
  const body = listOf(components)
    .map(objectOf)
    .find(({ type }) => textOf(type).toLowerCase() === 'body');
  return listOf(body?.parameters).map(objectOf);
}
