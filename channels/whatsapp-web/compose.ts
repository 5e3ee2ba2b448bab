import type { Content } from '../../src/domain/content';
import type { Outbound, OutboundFile } from '../../src/ports/channel';
import { vcardOf } from './cards';
import type { SaidFile, Saying } from './client';
import { failure } from './problems';

/** What a message says in the words of the library. Choices are read, not tapped: WhatsApp shows no buttons of such devices. */
export async function compose({ content, file }: Pick<Outbound, 'content' | 'file'>): Promise<Omit<Saying, 'quotes'>> {
  switch (content.type) {
    case 'text':
      return { text: content.text };
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker':
      return { file: await said(content.type, content.fileName ?? null, file), ...(content.caption ? { text: content.caption } : {}) };
    case 'location':
      return { location: placeOf(content) };
    case 'contacts':
      return { cards: content.contacts.map(vcardOf) };
    case 'buttons':
      return { text: [content.text, '', ...content.buttons.map(({ title }) => `• ${title}`)].join('\n') };
    case 'list':
      return { text: [content.text, ...content.sections.flatMap(sectionOf)].join('\n') };
    default:
      throw failure('never', 'content_invalid', `WhatsApp Web is not sent ${content.type} messages`);
  }
}

async function said(as: SaidFile['as'], name: string | null, file: OutboundFile | undefined): Promise<SaidFile> {
  if (!file) throw failure('never', 'media_problem', 'The file is not here.');
  const bytes = Buffer.concat((await (await file.open()).toArray()) as Buffer[]);
  return { as, mime: file.mime, base64: bytes.toString('base64'), name: name ?? file.fileName };
}

function placeOf({ latitude, longitude, name, address }: Extract<Content, { type: 'location' }>): NonNullable<Saying['location']> {
  return { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) };
}

function sectionOf({ title, rows }: Extract<Content, { type: 'list' }>['sections'][number]): string[] {
  return ['', ...(title ? [title] : []), ...rows.map((row) => `• ${row.title}${row.description ? ` – ${row.description}` : ''}`)];
}
