import { time } from '../clock';
import { contentOf } from './contents';
import { h } from './dom';
import type { Entry, Said } from './entries';
import type { Eyes } from './eyes';

/** One entry of the conversation. */
export function entryOf(eyes: Eyes, title: string, entry: Entry): HTMLElement {
  if (entry.kind === 'day') return h('div', { class: 'day' }, dayIn(eyes, entry.at));
  if (entry.kind === 'greeting')
    return h(
      'div',
      { class: 'msg' },
      h('b', { class: 'who', dir: 'auto' }, title),
      h('div', { class: 'bubble' }, h('p', { class: 'text', dir: 'auto' }, entry.text)),
    );
  return messageOf(eyes, title, entry.said);
}

function messageOf(eyes: Eyes, title: string, said: Said): HTMLElement {
  const { waiting, content, mine, first } = said;
  const { words } = eyes.spoken;
  const failed = waiting !== null && waiting.failed !== null;
  const who = mine
    ? h('span', { class: 'unseen' }, `${words.you}: `)
    : h('b', { class: first ? 'who' : 'unseen', dir: 'auto' }, nameOf(said, title, words.bot));
  const inside = content === null ? [h('p', { class: 'faint' }, words.deleted)] : contentOf(eyes, said, content);
  return h(
    'div',
    { class: mine ? 'msg mine' : 'msg', 'data-first': first, 'data-failed': failed },
    who,
    h('div', { class: 'bubble' }, ...inside),
    h('div', { class: 'meta' }, ...metaOf(eyes, said)),
    failed ? whyNot(eyes, said) : null,
  );
}

function nameOf({ message }: Said, title: string, bot: string): string {
  const name = message?.name ?? title;
  return message?.by === 'bot' ? `${name} · ${bot}` : name;
}

function metaOf({ spoken }: Eyes, { at, message, progress }: Said): string[] {
  const { words } = spoken;
  const time = new Date(at).toLocaleTimeString(spoken.language, { hour: 'numeric', minute: '2-digit' });
  const edited = message?.editedAt && !message.deletedAt ? words.edited : null;
  return [[time, edited, progress && words.states[progress]].filter(Boolean).join(' · ')];
}

function whyNot({ acts, spoken }: Eyes, { waiting }: Said): HTMLElement {
  const { words } = spoken;
  const id = waiting?.clientId ?? '';
  return h(
    'div',
    { class: 'failed' },
    h('span', {}, words.refused[waiting?.failed ?? ''] ?? words.refused.else ?? ''),
    h('button', { type: 'button', onclick: () => acts.retry(id) }, words.retry),
    h('button', { type: 'button', onclick: () => acts.drop(id) }, words.remove),
  );
}

function dayIn({ spoken }: Eyes, at: string): string {
  const day = new Date(at);
  const today = new Date(time());
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (day.toDateString() === today.toDateString()) return spoken.words.today;
  if (day.toDateString() === yesterday.toDateString()) return spoken.words.yesterday;
  const year = day.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' as const };
  return day.toLocaleDateString(spoken.language, { weekday: 'short', day: 'numeric', month: 'long', ...year });
}
