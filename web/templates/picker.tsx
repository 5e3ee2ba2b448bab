import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ProblemLine } from '../parts/problem-line';
import { useLanguage } from '../words';
import { type Chosen, found, NOTHING_CHOSEN } from './chosen';
import { Fields } from './fields';
import { Preview } from './preview';
import { keyOf, type Template, templatesQuery } from './query';
import { tongueOf } from './tongue-of';
import './templates.css';

interface Props {
  readonly channelId: string;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** Chooses one of the account's templates and fills it, with what the customer will see. */
export function TemplatePicker({ channelId, chosen, onChange }: Props) {
  const { language, words: all } = useLanguage();
  const words = all.templates;
  const { data, error } = useQuery(templatesQuery(channelId));
  const template = data?.data.find((one) => keyOf(one) === chosen.key);
  if (error) return <ProblemLine error={error} what={words.notLoaded} />;
  if (!data) return <p className="sm mute">{words.loading}</p>;
  if (data.data.length === 0) return <p className="soft">{data.sync.syncedAt === null ? words.neverRead : words.none}</p>;
  if (!template) return <List templates={data.data} onChoose={(one) => onChange({ ...NOTHING_CHOSEN, key: keyOf(one) })} />;
  return (
    <div className="tfill">
      <div className="row">
        <b className="grow cut" title={template.name}>
          <bdi>{template.name}</bdi> <span className="mute sm">{tongueOf(template.language, language)}</span>
        </b>
        <button type="button" className="btn small" onClick={() => onChange(NOTHING_CHOSEN)}>
          {words.another}
        </button>
      </div>
      <Fields template={template} chosen={chosen} onChange={onChange} />
      <Preview template={template} chosen={chosen} />
    </div>
  );
}

function List({ templates, onChoose }: { readonly templates: readonly Template[]; readonly onChoose: (template: Template) => void }) {
  const { language, words: all } = useLanguage();
  const words = all.templates;
  const [sought, seek] = useState('');
  const id = useId();
  const shown = found(templates, sought, language);
  return (
    <div className="tlist">
      <label htmlFor={id}>{words.search}</label>
      <input id={id} className="input" type="search" dir="auto" value={sought} onChange={({ target }) => seek(target.value)} />
      <p className="unseen" role="status">
        {words.count(shown.length)}
      </p>
      <ul aria-label={words.list}>
        {shown.map((one) => (
          <Line key={keyOf(one)} template={one} onChoose={() => onChoose(one)} />
        ))}
      </ul>
    </div>
  );
}

/** One that can't be sent is shown with why, and is no button. */
function Line({ template, onChoose }: { readonly template: Template; readonly onChoose: () => void }) {
  const { language: spoken, words: all } = useLanguage();
  const words = all.templates;
  const { name, language, category, quality, unusable } = template;
  const facts = [
    tongueOf(language, spoken),
    category && (words.categories[category] ?? category),
    quality && words.quality(words.qualities[quality] ?? quality),
  ];
  const inside = (
    <>
      <span className="row">
        <b className="cut" title={name}>
          <bdi>{name}</bdi>
        </b>
        <span className="mute sm">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {unusable ? <span className="sm warn-t">{words.unusable[unusable]}</span> : null}
      <span className="sm soft clip" dir="auto">
        {textOf(template)}
      </span>
    </>
  );
  return (
    <li>
      {unusable ? (
        <div className="tline off">{inside}</div>
      ) : (
        <button type="button" className="tline" onClick={onChoose}>
          {inside}
        </button>
      )}
    </li>
  );
}

const textOf = ({ components }: Template): string => {
  const body = components.find((part) => String((part as { type?: unknown }).type).toLowerCase() === 'body') as
    | { text?: unknown }
    | undefined;
  return typeof body?.text === 'string' ? body.text : '';
};
