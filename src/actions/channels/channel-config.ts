import { randomBytes } from 'node:crypto';
import type { FieldError } from '../../domain/errors';
import { cleanDeep } from '../../domain/text';
import type { ChannelConfig, ChannelKind, ConfigField } from '../../ports/channel';
import type { Vault } from '../../ports/vault';
import { mustBeRight } from '../workspace/change-settings';

/** What a configuration is given as: missing stays, null takes an optional field away, the mask leaves a secret; a list may be one. */
export type GivenConfig = Readonly<Record<string, string | readonly string[] | null>>;

/** The values of a list, which is kept as one text: a line for each. */
export const listed = (value: string): string[] => value.split(/[\s,]+/).filter((one) => one !== '');

const MASK = '••••••••';

/** A secret as it is shown: its last four characters at most, so that a person can tell two apart. */
export const masked = (secret: string): string => MASK + (secret.length >= 16 ? secret.slice(-4) : '');

/** The sealed configuration after a change; `invalid` names every wrong field. */
export function configure(kind: ChannelKind, vault: Vault, before: ChannelConfig, given: GivenConfig): ChannelConfig {
  const opened = openConfig(kind, vault, before);
  const plain = { ...opened, ...kept(kind, opened, plainly(kind, cleanDeep(given))) };
  mustBeRight([...unknown(kind, given), ...kind.config.flatMap((field) => wrong(field, plain[field.name] ?? null))]);
  const whole = Object.entries({ ...plain, ...generated(kind, plain) }).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(whole.map(([name, value]) => [name, sealed(kind, vault, before, name, value)]));
}

/** What is made up when nobody gave one. */
const generated = (kind: ChannelKind, plain: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(
    kind.config.filter(({ name, made }) => made && !plain[name]).map(({ name }) => [name, randomBytes(16).toString('hex')]),
  );

/** An unchanged secret keeps its seal, so that saving a form changes nothing. */
function sealed(kind: ChannelKind, vault: Vault, before: ChannelConfig, name: string, value: string): string {
  if (!isSecret(kind, name)) return value;
  const former = before[name];
  return former !== undefined && vault.open(former) === value ? former : vault.seal(value);
}

/** The configuration with its secrets readable: for sending and for checking signatures, never for an answer. */
export function openConfig(kind: ChannelKind, vault: Vault, config: ChannelConfig): Record<string, string> {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, isSecret(kind, name) ? vault.open(value) : value]));
}

/** The accounts of a configuration as it is kept. Of one that no key opens any more, those that stand in the open. */
export function accountsOf(kind: ChannelKind, vault: Vault, config: ChannelConfig): string[] {
  try {
    return kind.accounts(openConfig(kind, vault, config));
  } catch {
    return kind.accounts(Object.fromEntries(Object.entries(config).filter(([name]) => !isSecret(kind, name))));
  }
}

export const isSecret = (kind: ChannelKind, name: string): boolean => kind.config.some((field) => field.name === name && field.secret);

/** Each value as the one text as which it is kept. */
function plainly(kind: ChannelKind, given: GivenConfig): Record<string, string | null> {
  const isList = (name: string) => kind.config.some((field) => field.name === name && field.list);
  const entries = Object.entries(given).map(([name, value]) => {
    if (value === null || (typeof value === 'string' && !isList(name))) return [name, value];
    return [name, (typeof value === 'string' ? listed(value) : value).join('\n')];
  });
  return Object.fromEntries(entries);
}

function kept(kind: ChannelKind, before: Record<string, string>, given: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => !(isSecret(kind, name) && value !== null && before[name] !== undefined && value === masked(before[name])),
    ),
  );
}

const unknown = (kind: ChannelKind, given: GivenConfig): FieldError[] =>
  Object.keys(given)
    .filter((name) => !kind.config.some((field) => field.name === name))
    .map((name) => ({ path: `config.${name}`, message: 'unknown field' }));

function wrong({ name, required, choices, pattern, list }: ConfigField, value: string | null): FieldError[] {
  const path = `config.${name}`;
  if (value === null || value === '') return required ? [{ path, message: 'required' }] : [];
  if (choices && !choices.includes(value)) return [{ path, message: `expected one of ${choices.join(', ')}` }];
  const isWrong = (one: string) => pattern !== undefined && !new RegExp(pattern.source).test(one);
  if (pattern && (list ? listed(value) : [value]).some(isWrong)) return [{ path, message: pattern.says }];
  return value.length > 4096 ? [{ path, message: 'at most 4096 characters' }] : [];
}
