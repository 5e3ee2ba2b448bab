import { partsOf } from './marks';

/** A sentence with its names set apart. */
export function Sentence({ text }: { readonly text: string }) {
  return (
    <span>
      {partsOf(text).map((part, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
        if (part.kind === 'words') return <span key={index}>{part.text}</span>;
        const Tag = part.kind === 'strong' ? 'b' : 'span';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Tag key={index}>
            <bdi>{part.text}</bdi>
          </Tag>
        );
      })}
    </span>
  );
}
