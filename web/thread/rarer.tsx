import type { Message } from '../api/types';
import { Shared, StoryReply } from './shared';
import { Cards, Form, Order, Place, Template } from './things';

type Content = Message['content'];

/** What most conversations have none of, and is read with the first. */
type RarerContent = Extract<Content, { type: 'location' | 'contacts' | 'form_reply' | 'order' | 'template' | 'share' | 'story_reply' }>;

interface Props {
  readonly id: string;
  readonly content: RarerContent;
}

/** Places, cards, forms, orders, templates, and what is shared. */
export function Rarer({ id, content }: Props) {
  switch (content.type) {
    case 'location':
      return <Place content={content} />;
    case 'contacts':
      return <Cards content={content} />;
    case 'form_reply':
      return <Form content={content} />;
    case 'order':
      return <Order content={content} />;
    case 'template':
      return <Template content={content} />;
    case 'share':
      return <Shared id={id} content={content} />;
    case 'story_reply':
      return <StoryReply id={id} content={content} />;
  }
}
