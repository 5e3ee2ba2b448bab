import type { Bot } from '../../domain/bot';
import type { Team } from '../../domain/team';
import type { Channel, Stage } from '../../ports/store';
import { flag, id, instant, integer, json, key, maybe, plain, type Table, text, word } from '../columns';

export interface SettingsRow {
  readonly id: string;
  readonly settings: unknown;
  readonly version: number;
  readonly policyVersion: number | null;
}

export const SETTINGS: Table<SettingsRow> = {
  ...plain,
  name: 'settings',
  primary: ['id'],
  columns: { id, settings: json, version: integer, policyVersion: maybe(integer) },
};

export const CHANNELS: Table<Channel> = {
  ...plain,
  name: 'channels',
  primary: ['id'],
  columns: {
    id,
    kind: word,
    name: text,
    config: json,
    previousSecret: maybe(json),
    overrides: json,
    botId: maybe(id),
    teamId: maybe(id),
    state: json,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: maybe(instant),
    trialSince: maybe(instant),
    history: maybe(json),
    version: integer,
  },
};

export const BOTS: Table<Bot> = {
  ...plain,
  name: 'bots',
  primary: ['id'],
  columns: {
    id,
    name: text,
    kind: word,
    config: json,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: maybe(instant),
    trialSince: maybe(instant),
    version: integer,
  },
};

export const STAGES: Table<Stage> = {
  ...plain,
  name: 'stages',
  primary: ['key'],
  columns: { key: key(64), name: text, color: word, system: flag, position: integer, deletedAt: maybe(instant) },
};

export const TEAMS: Table<Team> = {
  ...plain,
  name: 'teams',
  primary: ['id'],
  columns: { id, name: text, hours: maybe(json), createdAt: instant, updatedAt: instant, deletedAt: maybe(instant), version: integer },
};

export const HOUSE_LISTS: Table<{ readonly name: string; readonly items: readonly unknown[] }> = {
  ...plain,
  name: 'house_lists',
  primary: ['name'],
  columns: { name: key(64), items: json },
};
