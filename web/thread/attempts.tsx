import type { Message } from '../api/types';
import { useWords } from '../words';
import { useTimes } from '../words/times';

/** Each try to send a message that did not simply succeed, for who asks. */
export function Attempts({ message: { delivery } }: { readonly message: Message }) {
  const { delivery: words } = useWords();
  const { clock } = useTimes();
  const history = delivery?.history ?? [];
  if (history.length < 2) return null;
  return (
    <details className="attempts">
      <summary>{words.attempts.show(history.length)}</summary>
      <ol>
        {history.map(({ attempt, at, outcome, error, by }) => (
          <li key={`${attempt} ${outcome}`}>
            <time dateTime={at}>{clock(at)}</time> {words.attempts.number(attempt)}: {words.attempts.outcomes[outcome] ?? outcome}
            {error?.providerCode ? `, ${error.providerCode}` : ''}
            {by ? (
              <>
                {', '}
                <bdi>{words.attempts.by(by.name)}</bdi>
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
