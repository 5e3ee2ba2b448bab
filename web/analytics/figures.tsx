import { useMemo } from 'react';
import { Agents } from './agents';
import type { Asked } from './asked';
import { behindOf } from './behind';
import { Bot } from './bot';
import { Closes } from './closes';
import { Durations } from './durations';
import { Flow } from './flow';
import { Heat } from './heat';
import { Messages } from './messages';
import { OpenNow } from './open-now';
import type { SummaryJson } from './query';
import { Responses } from './responses';
import { Spells } from './spells';
import { StagesNow } from './stages-now';
import { Teams } from './teams';
import { Tiles } from './tiles';
import { useNow } from './use-now';

interface Props {
  readonly asked: Asked;
  readonly summary: SummaryJson;
}

/** The tiles, and every chart with its table. */
export function Figures({ asked, summary }: Props) {
  const behind = useMemo(() => behindOf(asked), [asked]);
  useNow();
  return (
    <div className="fig">
      <Tiles asked={asked} summary={summary} behind={behind} />
      <div className="g2">
        <Flow summary={summary} behind={behind} />
        <div className="gcol">
          <Closes summary={summary} behind={behind} />
          <OpenNow asked={asked} />
        </div>
      </div>
      <div className="g3">
        <Responses summary={summary} behind={behind} />
        <Heat summary={summary} behind={behind} />
        <StagesNow asked={asked} />
      </div>
      <div className="g3">
        <Durations summary={summary} behind={behind} />
        <Messages summary={summary} />
        <Bot summary={summary} behind={behind} />
      </div>
      <Spells summary={summary} behind={behind} />
      <Agents summary={summary} behind={behind} />
      {summary.teams.length > 1 ? <Teams summary={summary} behind={behind} /> : null}
    </div>
  );
}
