import { useState } from 'react';
import { Icon } from '../../parts/icon';
import { useMinute } from '../../parts/now';
import { cityOf } from '../../ticket/zoned';
import { useWords } from '../../words';
import { GoToTime } from './go-to-time';
import { bounded, STEPS, type Step, stepBack, stepOn } from './moments';
import { focusSlider } from './track';
import type { Clock } from './use-clock';

interface Props {
  readonly at: number | null;
  readonly step: Step;
  readonly setStep: (step: Step) => void;
  readonly clock: Clock;
  readonly move: (at: number | null, atOnce?: boolean) => void;
}

/** Which moment it is, how long ago and by whose clock; steps, a time of one's own, and the way back. */
export function TimeHead({ at, step, setStep, clock, move }: Props) {
  const { board, common } = useWords();
  const { past } = board;
  const minute = useMinute();
  const [choosing, choose] = useState(false);
  const { zone, now, says } = clock;
  const ago = at === null ? past.drag : past.ago(common.lasting(Math.max(60_000, minute - at)));
  return (
    <div className="tmtop">
      <span className="row tmnow">
        <Icon name="history" />
        <b className="tmwhen">{at === null ? past.now : past.asOf(says.whole(at, now))}</b>
        <span className="mute">
          {ago} · {past.zone(cityOf(zone))}
        </span>
      </span>
      <span className="row tmtools">
        <span className="sm mute tmstep">{past.step}</span>
        <fieldset className="seg" aria-label={past.step}>
          {STEPS.map((one) => (
            <button
              key={one}
              type="button"
              className={one === step ? 'on' : undefined}
              aria-pressed={one === step}
              onClick={() => setStep(one)}
            >
              {past.steps[one]}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          className="btn icon small"
          aria-label={past.back[step]}
          title={past.back[step]}
          onClick={() => move(stepBack(at ?? now, step, zone))}
        >
          <Icon name="back" flips />
        </button>
        <button
          type="button"
          className="btn icon small"
          aria-label={past.forward[step]}
          title={past.forward[step]}
          disabled={at === null}
          onClick={() => at !== null && move(bounded(stepOn(at, step, zone), now))}
        >
          <Icon name="forward" flips />
        </button>
        <button type="button" className="btn small" onClick={() => choose(true)}>
          <Icon name="calendar" size="s" /> {past.goTo}
        </button>
        {at === null ? null : (
          <button
            type="button"
            className="btn go small"
            onClick={() => {
              move(null, true);
              focusSlider();
            }}
          >
            {past.backToNow}
          </button>
        )}
      </span>
      <GoToTime at={at ?? now} zone={zone} opened={choosing} onClose={() => choose(false)} onGo={(to) => move(to, true)} />
    </div>
  );
}
