import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Heard, HeardContent, Who } from '../../../src/ports/channel';

export type Recorded = readonly { readonly name: string; readonly body: unknown }[];

/** Every recorded payload of a folder but what the provider's API answered, by file name. */
export function recorded(folder: string, prefix: 'webhook' | 'api_' = 'webhook'): Recorded {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file.startsWith('api_') === (prefix === 'api_'))
    .sort()
    .map((file) => ({ name: file.replace('.json', ''), body: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown }));
}

/** One event in one line: what it is, about whom, what it says. */
export function inWords(heard: Heard): string {
  switch (heard.type) {
    case 'message':
      return `message ${said(heard.content)} from ${person(heard.from)} at ${heard.at}${about(heard.replyTo)}${context(heard.context)}`;
    case 'echo':
      return `echo ${said(heard.content)} to ${person(heard.to)} at ${heard.at}${about(heard.replyTo)}${heard.reference ? ` ref ${heard.reference}` : ''}`;
    case 'receipt': {
      const why = heard.error ? ` because ${heard.error.code} (${heard.error.providerCode})` : '';
      return `${heard.status}${heard.upTo ? ' up to' : ''} ${heard.until === undefined ? tail(heard.id) : `until ${heard.until}`}${heard.reference ? ` ref ${heard.reference}` : ''} by ${person(heard.who)} at ${heard.at}${why}`;
    }
    case 'reaction':
      return `reaction ${heard.emoji ?? 'none'} by ${heard.by} ${person(heard.who)} on ${tail(heard.target)} at ${heard.at}`;
    case 'edit':
      return `edit of ${tail(heard.target)} by ${heard.by} ${person(heard.who)} to ${said(heard.content)} at ${heard.at}`;
    case 'deletion':
      return `deletion of ${heard.whole ? 'all of ' : ''}${tail(heard.target)} by ${heard.by} ${person(heard.who)} at ${heard.at}`;
    case 'identity':
      return `identity ${person(heard.who)} is now ${person(heard.now)} at ${heard.at}`;
    case 'past': {
      const by = `${heard.by} ${heard.status ?? ''}`.trim();
      return `past ${said(heard.content)} by ${by} with ${person(heard.who)} at ${heard.at}${about(heard.replyTo)}${context(heard.context)}`;
    }
    case 'import':
      return `import ${heard.declined ? `declined ${heard.declined.code}: ${heard.declined.detail}` : `${heard.progress} % of phase ${heard.phase}`}`;
    case 'phonebook':
      return `phonebook ${person(heard.who)} is ${heard.name ?? 'nobody'} at ${heard.at}`;
    case 'handover':
      return `handover ${heard.held ? `held by ${heard.appId}` : 'ours'} ${person(heard.who)} at ${heard.at}`;
    case 'hand_off':
      return `hand-off ${heard.id} of ${person(heard.who)} because ${heard.reason} at ${heard.at}`;
    case 'met':
      return `met ${person(heard.who)} at ${heard.at}`;
    case 'account':
      return `account ${heard.account} ${heard.event} ${heard.severity}: ${heard.detail}`;
    case 'template':
      return `template ${heard.account} ${heard.name} ${heard.language} ${JSON.stringify(heard.changes)}${heard.more ? ' and more' : ''}`;
    case 'notice':
      return `notice ${heard.kind}`;
    case 'unreadable':
      return `unreadable: ${heard.reason}`;
  }
}

function said({ type, ...content }: HeardContent): string {
  const raw = 'raw' in content ? { ...content, raw: '…' } : content;
  return `${type} ${JSON.stringify(raw, (key, value) => (['url', 'sha256'].includes(key) && value !== null ? '…' : value))}`;
}

function person(who: Who | null | undefined): string {
  if (!who) return 'nobody';
  const name = who.name ? ` "${who.name}"` : '';
  return `${who.keys.join('+')} (${who.address.display}${name}${who.username ? ` @${who.username}` : ''})`;
}

const tail = (id: string | null | undefined) => (id ? `…${id.slice(-8)}` : 'none');
const about = (id: string | null | undefined) => (id ? ` re ${tail(id)}` : '');
const context = (given: object | null | undefined) => (given ? ` with ${Object.entries(given).map(fact).join(', ')}` : '');
const fact = ([name, value]: [string, unknown]) => (value === true ? name : `${name} ${JSON.stringify(value)}`);
