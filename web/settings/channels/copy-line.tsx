import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { copied } from './copying';

interface Props {
  readonly label: string;
  readonly text: string;
  /** Covered up to its last four letters until one asks. */
  readonly secret?: boolean;
}

/** Something to be pasted elsewhere. Where pages may not copy it is selected instead. */
export function CopyLine({ label, text, secret }: Props) {
  const { paste } = useWords().channels;
  const [shown, show] = useState(!secret);
  const field = useRef<HTMLSpanElement>(null);
  return (
    <div className="field">
      <span className="label">{label}</span>
      <span className="input copy">
        <span ref={field} className="mono grow cut" dir="ltr" title={shown ? text : undefined}>
          {shown ? text : `${'•'.repeat(18)}${text.length >= 16 ? text.slice(-4) : ''}`}
        </span>
        {secret ? (
          <button
            type="button"
            className="btn small quiet"
            aria-label={`${shown ? paste.hide : paste.show}: ${label}`}
            onClick={() => show(!shown)}
          >
            <Icon name="eye" size="s" />
            {shown ? paste.hide : paste.show}
          </button>
        ) : null}
        <CopyButton what={label} text={text} otherwise={() => selectIn(field.current, () => show(true))} />
      </span>
    </div>
  );
}

const SHOWN = 2_000;

interface ButtonProps {
  readonly what: string;
  readonly text: string;
  /** Where pages may not copy. */
  readonly otherwise?: () => void;
}

export function CopyButton({ what, text, otherwise }: ButtonProps) {
  const { paste } = useWords().channels;
  const [done, setDone] = useState<'copied' | 'selected' | null>(null);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(null), SHOWN);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    const ok = await copied(text);
    if (!ok) otherwise?.();
    setDone(ok ? 'copied' : 'selected');
  };
  return (
    <>
      <button type="button" className="btn small" aria-label={done ? paste[done] : paste.copyThis(what)} onClick={() => void copy()}>
        <Icon name={done === 'copied' ? 'check' : 'copy'} size="s" />
        {done ? paste[done] : paste.copy}
      </button>
      <span className="unseen" role="status">
        {done ? paste[done] : null}
      </span>
    </>
  );
}

/** Selects what stands in an element, once it stands there. */
function selectIn(element: HTMLElement | null, uncover: () => void): void {
  uncover();
  requestAnimationFrame(() => element && getSelection()?.selectAllChildren(element));
}
