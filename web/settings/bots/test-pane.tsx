import { type FormEvent, useState } from 'react';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import type { Bot } from '../channels/queries';
import { TriedTurn } from './tried-turn';
import { useTrying } from './use-trying';

/** A talk with the bot as it was saved. Each message is tried for itself. */
export function TestPane({ bot, dirty }: { readonly bot: Bot | null; readonly dirty: boolean }) {
  const { test } = useWords().bots;
  const [text, write] = useState('');
  const { turns, tryIt, clear, busy, error } = useTrying(bot?.id ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || busy || !bot) return;
    tryIt({ said: text.trim(), body: { text: text.trim() } });
    write('');
  };
  return (
    <section className="card aside testpane">
      <div className="h">
        <h2 className="grow">{test.title}</h2>
        {turns.length > 0 ? (
          <button type="button" className="btn quiet small" onClick={clear}>
            {test.again}
          </button>
        ) : null}
      </div>
      <p className="says soft">{bot === null ? test.notYet : test.says}</p>
      {bot && dirty ? <p className="bannerline warn">{test.unsaved}</p> : null}
      <div className="testlog" role="log" aria-label={test.log}>
        {turns.map((turn) => (
          <TriedTurn key={turn.id} turn={turn} onTap={tryIt} />
        ))}
      </div>
      {error ? <ProblemLine error={error} what={test.notTried} /> : null}
      <form className="row testbox" onSubmit={submit}>
        <input
          className="input grow"
          dir="auto"
          aria-label={test.write}
          placeholder={test.write}
          disabled={bot === null}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
        <button type="submit" className="btn" disabled={bot === null || busy || text.trim() === ''}>
          {test.send}
        </button>
      </form>
    </section>
  );
}
