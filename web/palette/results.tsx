import { useEffect, useRef } from 'react';
import { Caps } from '../keys/caps';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import type { Group, Shown } from './items';
import { piecesOf } from './match';

interface Props {
  readonly id: string;
  readonly groups: readonly { readonly group: Group; readonly rows: readonly Shown[] }[];
  readonly chosen: number;
  readonly typed: string;
  readonly looking: boolean;
  readonly onRun: (row: Shown) => void;
  readonly onPoint: (index: number) => void;
}

/** The groups with their rows; one row is chosen. */
export function Results({ id, groups, chosen, typed, looking, onRun, onPoint }: Props) {
  const { palette } = useWords();
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector(`[id="${id}-${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  let index = -1;
  return (
    <>
      <div className="results" role="listbox" id={id} aria-label={palette.results} ref={box}>
        {groups.map(({ group, rows }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is not a fieldset
          <div key={group} className="gr" role="group" aria-label={palette.groups[group]}>
            <div className="gh" aria-hidden="true">
              {palette.groups[group]}
            </div>
            {rows.map((row) => {
              index += 1;
              const place = index;
              return (
                <Option
                  key={row.id}
                  id={`${id}-${place}`}
                  row={row}
                  on={place === chosen}
                  onRun={() => onRun(row)}
                  onPoint={() => onPoint(place)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {count === 0 ? (
        <div className="none">
          <b>{looking ? palette.looking : palette.nothing(typed.trim())}</b>
          {looking ? null : <span className="mute">{palette.nothingSays}</span>}
        </div>
      ) : null}
      <span className="unseen" role="status">
        {looking ? '' : palette.count(count)}
      </span>
    </>
  );
}

interface OptionProps {
  readonly id: string;
  readonly row: Shown;
  readonly on: boolean;
  readonly onRun: () => void;
  readonly onPoint: () => void;
}

function Option({ id, row: { title, spans, icon, face, more, end, keys, off }, on, onRun, onPoint }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the chosen option
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
    <div
      id={id}
      className={`op ${on ? 'on' : ''} ${off === undefined ? '' : 'no'}`}
      role="option"
      aria-selected={on}
      aria-disabled={off !== undefined}
      onClick={onRun}
      onPointerMove={on ? undefined : onPoint}
    >
      {face ?? (icon ? <Icon name={off === undefined ? icon : 'lock'} /> : null)}
      <span className="grow cut">
        <bdi>
          {piecesOf(title, spans).map(({ text, marked }, place) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one title never change places
            marked ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
          )}
        </bdi>{' '}
        {more ? <bdi className="mute">{more}</bdi> : null}
      </span>
      {off !== undefined ? <span className="sm nw">{off}</span> : end ? <span className="sm mute nw end">{end}</span> : null}
      {keys && off === undefined ? <Caps chord={keys} /> : null}
    </div>
  );
}
