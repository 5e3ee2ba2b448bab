import { useEffect, useState } from 'react';
import { onReturn, tryNow, useLink } from '../live/link';
import { tellReturned, useReturned } from '../live/returned';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { useTimes } from '../words/times';

/** A short break is not worth a word: it is over before it is read. */
const WORTH_SAYING = 1_500;
const SHOWN = 4_000;

/** Whether the desk is reached, said once, in place. */
export function LinkStrip() {
  const { link: words } = useWords().shell;
  const { clock } = useTimes();
  const { state, since } = useLink();
  const [said, say] = useState(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    say(false);
    if (state !== 'offline') return;
    const timer = setTimeout(() => say(true), WORTH_SAYING);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => onReturn((gone) => setBack(gone > WORTH_SAYING)), []);
  const returned = useReturned();
  useEffect(() => {
    if (!back || returned) return;
    const timer = setTimeout(() => setBack(false), SHOWN);
    return () => clearTimeout(timer);
  }, [back, returned]);
  return (
    <div role="status">
      {said ? (
        <div className="bannerline warn">
          <Icon name="offline" />
          <span className="grow">
            <b>{words.offlineSince(clock(since))}</b> {words.offline}
          </span>
          <button type="button" className="btn small" onClick={tryNow}>
            {words.tryNow}
          </button>
        </div>
      ) : null}
      {back && state === 'live' ? (
        <div className="bannerline good">
          <Icon name="check" />
          <span className="grow">
            {words.upToDate} {returned ? <Changed count={returned.changed} /> : null}
          </span>
          {returned ? (
            <button
              type="button"
              className="link"
              onClick={() => {
                returned.show();
                tellReturned(null);
              }}
            >
              {words.showThem}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Changed({ count }: { readonly count: number }) {
  const { link: words } = useWords().shell;
  return (
    <>
      <b>{words.changed(count)}</b> {words.whileOffline}
    </>
  );
}
