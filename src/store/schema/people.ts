import type { Agent, PresenceSpell } from '../../domain/agent';
import type { AccountLink, ApiToken, AuditEntry, LiveConnection, SecondFactor, Session, SetupToken } from '../../ports/store';
import { id, instant, integer, json, key, maybe, plain, type Table, text, word } from '../columns';

export const AGENTS: Table<Agent> = {
  name: 'agents',
  primary: ['id'],
  columns: {
    id,
    name: text,
    email: text,
    role: word,
    presence: word,
    presenceReason: maybe(text),
    presenceSince: instant,
    capacity: maybe(integer),
    teamIds: json,
    lastRoutedAt: maybe(instant),
    liveSince: maybe(instant),
    goneSince: maybe(instant),
    createdAt: instant,
    updatedAt: instant,
    removedAt: maybe(instant),
    version: integer,
  },
  // What an agent logs in with: one spelling, and free again once the agent is removed.
  derived: { login: { ...maybe(key(320)), from: (agent) => (agent.removedAt === null ? loginOf(agent.email) : null) } },
  apart: { passwordHash: maybe(text) },
  indexes: [
    { name: 'agents_login', on: ['login'], unique: true },
    { name: 'agents_presence', on: ['presence', 'id'] },
  ],
};

export const loginOf = (email: string): string => email.trim().toLowerCase();

export const SESSIONS: Table<Session> = {
  ...plain,
  name: 'sessions',
  primary: ['id'],
  columns: {
    id: key(128),
    agentId: id,
    createdAt: instant,
    expiresAt: instant,
    browser: maybe(text),
    address: maybe(text),
    seenAt: maybe(instant),
  },
  indexes: [
    { name: 'sessions_agent', on: ['agentId'] },
    { name: 'sessions_expiry', on: ['expiresAt'] },
  ],
};

export const SETUP: Table<SetupToken & { readonly id: string }> = {
  ...plain,
  name: 'setup',
  primary: ['id'],
  columns: { id, hash: key(128), expiresAt: instant },
};

export const LIVE_CONNECTIONS: Table<LiveConnection> = {
  ...plain,
  name: 'live_connections',
  primary: ['agentId', 'instance'],
  columns: { agentId: id, instance: key(64), beatAt: instant },
  indexes: [{ name: 'live_connections_beat', on: ['beatAt'] }],
};

export const PRESENCE_SPELLS: Table<PresenceSpell> = {
  ...plain,
  name: 'presence_spells',
  primary: ['id'],
  columns: { id, agentId: id, presence: word, reason: maybe(text), from: instant, to: maybe(instant) },
  indexes: [{ name: 'presence_spells_agent', on: ['agentId', 'from'] }],
};

export const ACCOUNT_LINKS: Table<AccountLink> = {
  ...plain,
  name: 'account_links',
  primary: ['id'],
  columns: { id: key(128), agentId: id, kind: word, mail: maybe(word), madeBy: maybe(id), createdAt: instant, expiresAt: instant },
  indexes: [{ name: 'account_links_agent', on: ['agentId'] }],
};

export const SECOND_FACTORS: Table<SecondFactor> = {
  ...plain,
  name: 'second_factors',
  primary: ['agentId'],
  columns: { agentId: id, secret: text, confirmedAt: maybe(instant), lastStep: maybe(integer), recovery: json },
};

export const TOKENS: Table<ApiToken> = {
  ...plain,
  name: 'tokens',
  primary: ['id'],
  columns: {
    id,
    hash: key(128),
    name: text,
    role: word,
    scopes: json,
    teamIds: json,
    madeBy: maybe(id),
    createdAt: instant,
    expiresAt: maybe(instant),
    usedAt: maybe(instant),
    revokedAt: maybe(instant),
  },
  indexes: [{ name: 'tokens_hash', on: ['hash'], unique: true }],
};

export const AUDIT: Table<AuditEntry> = {
  name: 'audit',
  primary: ['id'],
  columns: { id, at: instant, actor: json, address: maybe(text), act: text, target: maybe(json), changes: json },
  derived: {
    actorId: { ...maybe(id), from: ({ actor }) => actor.id },
    targetId: { ...maybe(key(64)), from: ({ target }) => target?.id ?? null },
  },
  apart: {},
  indexes: [
    { name: 'audit_actor', on: ['actorId', 'id'] },
    { name: 'audit_target', on: ['targetId', 'id'] },
  ],
};
