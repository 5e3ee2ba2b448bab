import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useCounts } from '../../api/counts';
import { useMinute } from '../../parts/now';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { type Looked, PlanDrawer } from '../replay/plan-drawer';
import { MoveLine } from './move-line';
import type { Foreseen, Preview } from './use-foreseen';
import type { SettingsForm } from './use-settings-form';

interface Props {
  readonly form: SettingsForm;
  readonly foreseen: Foreseen;
  /** The change, as `POST /settings/plan` takes it: all that it moves can be listed. */
  readonly plan: object;
}

/** What the changes would move now. The former figure stays, dimmed, until the new one is there. */
export function Impact({ form, foreseen: { preview, stale, error }, plan }: Props) {
  const { preview: words } = useWords().rules;
  const changed = Object.keys(form.edits).length > 0;
  return (
    <section className="card impactcard" aria-label={words.would} aria-live="polite" aria-busy={stale && changed}>
      {error && form.sound ? <ProblemLine error={error} what={words.notLooked} /> : null}
      <div className={stale && changed ? 'dim' : ''}>
        {preview && preview.tickets > 0 ? <Moves preview={preview} plan={plan} /> : <Nothing form={form} preview={preview} />}
      </div>
      {stale && changed && form.sound ? <p className="mute sm looking">{words.looking}</p> : null}
    </section>
  );
}

function Nothing({ form, preview }: { readonly form: SettingsForm; readonly preview: Preview | undefined }) {
  const { preview: words } = useWords().rules;
  const changed = Object.keys(form.edits).length > 0;
  const says = changed ? (form.sound ? words.nothingSays : words.wrong) : words.unchanged;
  return (
    <div className="impact">
      {!changed || preview ? <p className="big none">{words.nothing}</p> : null}
      <p className="soft">{changed && form.sound && !preview ? words.looking : says}</p>
      <Redated preview={preview} />
    </div>
  );
}

function Moves({ preview, plan }: { readonly preview: Preview; readonly plan: object }) {
  const { preview: words, replay } = useWords().rules;
  const [looked, look] = useState<Looked | null>(null);
  const open = useCounts()?.open;
  const others = open === undefined ? 0 : Math.max(0, open - preview.tickets);
  return (
    <>
      <div className="impact">
        <p className="soft">{words.would}</p>
        <p className="big">{words.openTickets(preview.tickets)}</p>
        <p className="soft">{others > 0 ? words.others(others) : words.noOthers}</p>
        <Redated preview={preview} />
      </div>
      <ul>
        {preview.moves.map((move) => (
          <MoveLine key={move.kind} move={move} onLook={() => look({ kind: move.kind, tickets: move.tickets })} />
        ))}
      </ul>
      <Examples preview={preview}>
        <button type="button" className="link all" onClick={() => look({ kind: null, tickets: preview.tickets })}>
          {replay.all(preview.tickets)}
        </button>
      </Examples>
      {looked ? <PlanDrawer plan={plan} looked={looked} onClose={() => look(null)} /> : null}
    </>
  );
}

function Redated({ preview }: { readonly preview: Preview | undefined }) {
  const { preview: words } = useWords().rules;
  return preview && preview.redated > 0 ? <p className="soft">{words.redated(preview.redated)}</p> : null;
}

/** Three of them, those that are longest overdue. */
function Examples({ preview, children }: { readonly preview: Preview; readonly children: ReactNode }) {
  const { rules, common } = useWords();
  const now = useMinute();
  const few = preview.moves
    .flatMap(({ examples }) => examples)
    .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))
    .slice(0, 3);
  return (
    <div className="examples">
      <h3 className="sm mute">{rules.preview.examples}</h3>
      <ul>
        {few.map(({ id, number, contactName, dueAt }) => (
          <li key={id}>
            <Link className="cut" to="/inbox/$view/{-$ticketId}" params={{ view: 'open', ticketId: id }}>
              <span className="nw">#{number}</span> <bdi>{contactName ?? common.noName}</bdi>
            </Link>
            <span className="soft nw">{rules.preview.due(common.lasting(Math.max(0, now - Date.parse(dueAt))))}</span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
