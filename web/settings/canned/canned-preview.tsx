import { useWorkspace } from '../../api/workspace';
import { filled } from '../../composer/filled';
import { useWords } from '../../words';

/** How it reads once the names are in it. */
export function CannedPreview({ text }: { readonly text: string }) {
  const { canned } = useWords();
  const { me } = useWorkspace();
  if (text.trim() === '') return null;
  return (
    <figure className="seen">
      <figcaption className="sm mute">
        {canned.preview}. {canned.sample}.
      </figcaption>
      <p className="bubble" dir="auto">
        {filled(text, { contact: canned.sampleName, agent: me.name, number: 1042 })}
      </p>
    </figure>
  );
}
