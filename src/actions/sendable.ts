import { type Content, MEDIA_TYPES } from '../domain/content';
import { invalid } from '../domain/errors';
import type { Capabilities, ChannelKind } from '../ports/channel';
import type { House } from '../ports/store';
import type { Desk } from './desk';
import { channelIn } from './rules';

export function kindOf(desk: Pick<Desk, 'kinds'>, kind: string): ChannelKind {
  const found = desk.kinds.get(kind);
  if (!found) throw new Error(`no channel kind ${kind}`);
  return found;
}

/** Refuses what the channel can't send before it is stored, with the limit that was hit. */
export function checkSendable(desk: Pick<Desk, 'kinds'>, house: House, channelId: string, content: Content): void {
  const channel = channelIn(house, channelId);
  if (!channel || channel.deletedAt !== null) throw invalid('content', 'The channel was disconnected: nothing can be sent through it.');
  const { capabilities, title } = kindOf(desk, channel.kind);
  if (!capabilities.contents.includes(content.type)) throw invalid('content.type', `${title} can't be sent ${nameOf(content)} from here.`);
  if (content.type === 'text') checkText(content.text, capabilities.text, title);
}

function checkText(text: string, { max, unit }: Capabilities['text'], title: string): void {
  if (text.trim() === '') throw invalid('content.text', 'A message needs words.');
  const length = unit === 'bytes' ? Buffer.byteLength(text) : [...text].length;
  if (length > max) throw invalid('content.text', `${title} takes at most ${max} ${unit}; this text has ${length}.`);
}

const nameOf = ({ type }: Content): string => ((MEDIA_TYPES as readonly string[]).includes(type) ? 'media' : type.replaceAll('_', ' '));
