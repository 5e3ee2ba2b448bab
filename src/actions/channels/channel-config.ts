import { randomBytes } from 'node:crypto';
import type { FieldError } from '../../domain/errors';
import { cleanDeep } from '../../domain/text';
import type { ChannelConfig, ChannelKind, ConfigField } from '../../ports/channel';
import type { Vault } from '../../ports/vault';
import { mustBeRight } from '../workspace/change-settings';

/** What a configuration is given as: missing stays, null takes an optional field away, the mask leaves a secret. */
export type GivenConfig = Readonly<Record<string, string | null>>;

const MASK = '••••••••';

/** A secret as it is shown: its last four characters at most, so that a person can tell two apart. */
export const masked = (secret: string): string => MASK + (secret.length >= 16 ? secret.slice(-4) : '');

/** The sealed configuration after a change; `invalid` names every wrong field. */
export function configure(kind: ChannelKind, vault: Vault, before: ChannelConfig, given: GivenConfig): ChannelConfig {
  const opened = openConfig(kind, vault, before);
  const plain = { ...opened, ...kept(kind, opened, cleanDeep(given)) };
  mustBeRight([...unknown(kind, given), ...kind.config.flatMap((field) => wrong(field, plain[field.name] ?? null))]);
  const generated =
    kind.config.some(({ name }) => name === 'verifyToken') && !plain.verifyToken ? { verifyToken: randomBytes(16).toString('hex') } : {};
  const whole = Object.entries({ ...plain, ...generated }).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(whole.map(([name, value]) => [name, sealed(kind, vault, before, name, value)]));
}

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

export const isSecret = (kind: ChannelKind, name: string): boolean => kind.config.some((field) => field.name === name && field.secret);

function kept(kind: ChannelKind, before: Record<string, string>, given: GivenConfig): Record<string, string | null> {
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

function wrong({ name, required, choices, pattern }: ConfigField, value: string | null): FieldError[] {
  const path = `config.${name}`;
  if (value === null || value === '') return required ? [{ path, message: 'required' }] : [];
  if (choices && !choices.includes(value)) return [{ path, message: `expected one of ${choices.join(', ')}` }];
  if (pattern && !new RegExp(pattern.source).test(value)) return [{ path, message: pattern.says }];
  return value.length > 4096 ? [{ path, message: 'at most 4096 characters' }] : [];
}
