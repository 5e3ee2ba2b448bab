import { useState } from 'react';
import { ask } from '../../api/ask';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { useAround } from '../context';
import { MEDIA_ICONS, type Media } from './kinds';

/** A file that is not here: what happened to it, and what can be done. */
export function Missing({ content }: { readonly content: Media }) {
  const { files, thread } = useWords();
  const { network } = useAround();
  const { type, state, fileName, problem = 'unreachable' } = content;
  const name = fileName ?? thread.contents[type];
  const isGone = state === 'gone';
  return (
    <>
      <span className="docfile">
        <span className="thumb">
          <Icon name={MEDIA_ICONS[type]} />
        </span>
        <span className="thing">
          <bdi className={isGone ? 'mute' : undefined}>{isGone ? thread.contents[type] : files.notHere(name)}</bdi>
          <span className="sm mute">{isGone ? files.gone : files.why[problem]?.(network)}</span>
        </span>
      </span>
      {isGone ? null : <TryAgain mediaId={content.mediaId} />}
    </>
  );
}

/** The desk says by the message itself when the file is there. */
function TryAgain({ mediaId }: { readonly mediaId: string }) {
  const { files } = useWords();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const tryIt = () => {
    setAsking(true);
    setProblem(null);
    ask('POST', `/media/${mediaId}/fetch`, { body: {} })
      .catch(setProblem)
      .finally(() => setAsking(false));
  };
  return (
    <>
      <button type="button" className="btn small" disabled={asking} onClick={tryIt}>
        <Icon name="retry" size="s" />
        {asking ? files.coming : files.again}
      </button>
      {problem ? <ProblemLine error={problem} what={files.notFetched} /> : null}
    </>
  );
}
