import { useNotice } from '../files/attached';
import { MOST_FILES } from '../files/attachment';
import { fitsUnder } from '../files/plan';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { focusComposer } from './draft';
import { newerIn } from './seen';
import type { Writing } from './use-writing';

interface Props {
  readonly writing: Writing;
  readonly reason: string;
}

/** Why it can't be sent, or wasn't, and what will become of it. */
export function Foot({ writing, reason }: Props) {
  const { draft, mode, text, off, files, send } = writing;
  const { composer } = useWords();
  const { trouble } = draft;
  const notice = useNoticeSaid(writing);
  const outcome = useOutcome(writing);
  const isBegun = text.trim() !== '' || files.length > 0;
  const again = () => {
    send();
    // The button goes with what it says.
    focusComposer();
  };
  return (
    <>
      {trouble?.what === mode && newerIn(trouble) === null ? (
        <ProblemLine error={trouble.error} what={composer.failed[mode]}>
          {off === null ? (
            <button type="button" className="btn small" onClick={again}>
              {composer.retry}
            </button>
          ) : null}
        </ProblemLine>
      ) : null}
      <p className={`saying ${off === null && notice === null ? '' : 'off'}`} role="status">
        {notice ?? (isBegun ? (off ?? outcome) : null)}
      </p>
      <p className="unseen" id={reason}>
        {off}
      </p>
    </>
  );
}

/** Why the last file was not attached; that notes take none is said in a note, and nothing else of files is. */
function useNoticeSaid({ ticket, mode }: Writing): string | null {
  const { files } = useWords();
  const notice = useNotice(ticket.id);
  if (notice === null || (notice === 'note') !== (mode === 'note')) return null;
  return notice === 'many' ? files.tooMany(MOST_FILES) : files.notOnNotes;
}

/** As what it goes out, where that is more than one message. */
function useOutcome({ text, files, judgement, channel }: Writing): string | null {
  const { composer, files: say } = useWords();
  if (files.length === 0) return judgement.parts > 1 ? composer.parts(judgement.parts) : null;
  const last = files.at(-1);
  const apart = text.trim() !== '' && last !== undefined && !fitsUnder(text.trim(), last.type, channel?.capabilities.media ?? {});
  const count = files.length + (apart ? judgement.parts : 0);
  return [count > 1 ? say.goOut(count) : '', apart ? say.textAfter : ''].filter(Boolean).join('. ') || null;
}
