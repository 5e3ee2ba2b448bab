import type { Message } from '../api/types';
import { useWords } from '../words';
import { FileBox } from './media/file-box';
import { Away } from './rich';
import { safeHref } from './values';
import { Said } from './words';

type Of<Type extends Message['content']['type']> = Extract<Message['content'], { type: Type }>;

interface Props<Type extends 'share' | 'story_reply'> {
  readonly id: string;
  readonly content: Of<Type>;
}

/** Somebody's post, reel or story: what it is, the picture or film itself while it is here, and its title. */
export function Shared({ id, content: { kind, title, url, media } }: Props<'share'>) {
  const { contents } = useWords().thread;
  const kinds: Readonly<Record<string, string>> = contents.shares;
  return (
    <>
      <span className="about sm">{kinds[kind] ?? contents.share}</span>
      {media ? <FileBox id={id} content={media} /> : null}
      {title ? <Said text={title} /> : null}
      {media ? null : <There url={url} />}
    </>
  );
}

/** What somebody says to a story of ours, below the story. */
export function StoryReply({ id, content: { text, url, media } }: Props<'story_reply'>) {
  const { contents } = useWords().thread;
  return (
    <>
      <span className="about sm">{contents.story}</span>
      {media ? <FileBox id={id} content={media} /> : <There url={url} />}
      <Said text={text} />
    </>
  );
}

function There({ url }: { readonly url: string | null }) {
  const href = url === null ? null : safeHref(url);
  return href === null ? null : <Away href={href}>{href}</Away>;
}
