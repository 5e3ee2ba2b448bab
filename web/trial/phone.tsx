import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Logo } from '../app/logo';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { Bubble } from './bubble';
import { type Network, say, tap, usePhone } from './trial-data';

/** The customer's phone, of no make: what it shows is what the twin of the network has. */
export function Phone({ network }: { readonly network: Network }) {
  const { trial } = useWords();
  const { clock } = useTimes();
  const now = useMinute();
  const thread = usePhone(network);
  const [error, setError] = useState<unknown>(null);
  const end = useRef<HTMLDivElement>(null);
  const count = thread?.messages.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message brings the end into sight
  useEffect(() => {
    // Newer browsers answer a promise, which is no clean-up.
    void end.current?.scrollIntoView({ block: 'nearest' });
  }, [count, network]);
  const attempt = (deed: Promise<unknown>) =>
    deed.then(
      () => setError(null),
      (problem: unknown) => setError(problem),
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="phn" role="group" aria-label={trial.phone}>
      <div className="sb">
        <span>{clock(now)}</span>
        <span>{trial.mark}</span>
      </div>
      <div className="hd">
        <Logo />
        <span className="grow">
          <b>{thread?.business}</b>
          <span className="under">{thread?.typing ? trial.typing : trial.online}</span>
        </span>
      </div>
      <div className="ms" role="log" aria-label={trial.messages}>
        {thread?.messages.map((message, at) => (
          <Bubble
            key={message.id}
            message={message}
            answered={thread.messages.slice(at + 1).some(({ side }) => side === 'out')}
            tap={(id) => void attempt(tap(network, message.id, id))}
          />
        ))}
        <div ref={end} />
      </div>
      {error ? <ProblemLine error={error} what={trial.notSaid} /> : null}
      <Say say={(text) => attempt(say(network, text))} />
    </div>
  );
}

function Say({ say }: { readonly say: (text: string) => Promise<void> }) {
  const { trial } = useWords();
  const [text, write] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    await say(text);
    write('');
  };
  return (
    <form data-coach="phone" onSubmit={(event) => void send(event)}>
      <input
        value={text}
        dir="auto"
        maxLength={4096}
        aria-label={trial.write}
        placeholder={trial.write}
        onChange={({ target }) => write(target.value)}
      />
      <button type="submit" aria-label={trial.send}>
        <Icon name="send" flips />
      </button>
    </form>
  );
}
