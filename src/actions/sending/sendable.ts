import { fitted } from '../../domain/choices';
import { type ContactCard, type Content, isMedia, type MediaContent } from '../../domain/content';
import { invalid } from '../../domain/errors';
import { fittedMedia, type MediaLimits } from '../../domain/media-limits';
import { split, type TextLimit } from '../../domain/split';
import type { ChannelKind } from '../../ports/channel';
import type { House } from '../../ports/store';
import type { Desk } from '../desk';
import { channelIn } from '../rules';

export function kindOf(desk: Pick<Desk, 'kinds'>, kind: string): ChannelKind {
  const found = desk.kinds.get(kind);
  if (!found) throw new Error(`no channel kind ${kind}`);
  return found;
}

/** The kind of a channel that can still be sent through; refuses (`invalid`) when it was disconnected. */
export function sendingKind(desk: Pick<Desk, 'kinds'>, house: House, channelId: string): ChannelKind {
  const channel = channelIn(house, channelId);
  if (!channel || channel.deletedAt !== null) throw invalid('content', 'The channel was disconnected: nothing can be sent through it.');
  return kindOf(desk, channel.kind);
}

/**
 * What goes out for it, in order: words that are too long in several messages, choices in the form that the network has.
 * Refuses (`invalid`) what the network can't be sent, with the path and the limit that was hit.
 */
export function partsOf({ capabilities, title }: Pick<ChannelKind, 'capabilities' | 'title'>, content: Content): Content[] {
  if (!capabilities.contents.includes(content.type)) throw invalid('content.type', `${title} can't be sent ${nameOf(content)} from here.`);
  if (content.type === 'text') return wordsOf(content.text, capabilities.text).map(text);
  if (isMedia(content)) return mediaParts(content, title, capabilities);
  if (content.type === 'contacts') mustFit(content.contacts, title, capabilities.contacts);
  if (content.type !== 'buttons' && content.type !== 'list') return [content];
  const fit = fitted(content, capabilities.choices);
  if ('misfit' in fit) throw invalid(fit.misfit.path, `${title} ${fit.misfit.says}.`);
  return aboveChoices(fit.content, capabilities.text, capabilities.choices[fit.content.type]?.text ?? capabilities.text);
}

/** The file, and below it as a message of their own the words that the network can't put there itself. */
function mediaParts(content: MediaContent, title: string, { media, text: limit }: { media: MediaLimits; text: TextLimit }): Content[] {
  const fit = fittedMedia(content, media);
  if ('misfit' in fit) throw invalid(fit.misfit.path, `${title} ${fit.misfit.says}.`);
  const { caption, ...file } = content;
  if (!caption?.trim() || fit.limit.caption) return [{ ...content, type: fit.type }];
  return [{ ...file, type: fit.type }, ...wordsOf(caption, limit).map(text)];
}

function mustFit(cards: readonly ContactCard[], title: string, most: number): void {
  if (cards.length > most) throw invalid('content.contacts', `${title} takes at most ${most} contacts at once; there are ${cards.length}.`);
  cards.forEach(mustSaySomething);
}

const text = (words: string): Content => ({ type: 'text', text: words });

function wordsOf(words: string, limit: TextLimit): string[] {
  const parts = split(words, limit).filter((part) => part.trim() !== '');
  if (parts.length === 0) throw invalid('content.text', 'A message needs words.');
  return parts;
}

function mustSaySomething({ name, organisation, phones, emails }: ContactCard, at: number): void {
  if ([name, organisation, ...phones, ...emails].every((part) => !part?.trim()))
    throw invalid(`content.contacts.${at}`, 'A contact needs a name, a phone number or an e-mail address.');
}

/** The choices stand below the last words, as many as fit there; the words before go ahead as text. */
function aboveChoices<Choices extends Extract<Content, { text: string; type: 'buttons' | 'list' }>>(
  content: Choices,
  limit: TextLimit,
  above: TextLimit,
): Content[] {
  const last = wordsOf(content.text, above).at(-1) ?? '';
  const before = content.text.slice(0, content.text.lastIndexOf(last)).trim();
  return [...(before === '' ? [] : wordsOf(before, limit).map(text)), { ...content, text: last }];
}

const nameOf = ({ type }: Content): string => type.replaceAll('_', ' ');
