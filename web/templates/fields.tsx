import { useId, useState } from 'react';
import type { TemplateParameter } from '../../src/domain/template';
import { pathOf } from '../../src/domain/template-filling';
import { upload } from '../files/upload';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import type { Chosen } from './chosen';
import type { Template } from './query';

interface Props {
  readonly template: Template;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** A field for each place of the template. */
export function Fields({ template, chosen, onChange }: Props) {
  return template.parameters.map((place) => {
    const path = pathOf(place);
    if (place.kind === 'text' || place.kind === 'coupon_code') {
      const write = (value: string) => onChange({ ...chosen, values: { ...chosen.values, [path]: value } });
      return <WordsField key={path} place={place} value={chosen.values[path] ?? ''} onWrite={write} />;
    }
    const put = (mediaId: string) => onChange({ ...chosen, files: { ...chosen.files, [path]: mediaId } });
    return <FileField key={path} place={place} there={path in chosen.files} onPut={put} />;
  });
}

function useLabel({ component, index, name }: TemplateParameter): string {
  const { templates: words } = useWords();
  const braces = `{{${name}}}`;
  if (component === 'header') return words.inHeader(braces);
  return component === 'button' ? words.inButton((index ?? 0) + 1) : words.inBody(braces);
}

interface WordsProps {
  readonly place: TemplateParameter;
  readonly value: string;
  readonly onWrite: (value: string) => void;
}

function WordsField({ place, value, onWrite }: WordsProps) {
  const { templates: words } = useWords();
  const id = useId();
  const wrong = /[\n\r\t]| {5}/.test(value);
  return (
    <div className="field">
      <label htmlFor={id}>{useLabel(place)}</label>
      <input
        id={id}
        className="input"
        dir="auto"
        required
        value={value}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onWrite(target.value)}
      />
      <span className={wrong ? 'wrongtext' : 'hint'} id={`${id}-hint`}>
        {wrong ? words.noLines : place.example ? words.example(place.example) : null}
      </span>
    </div>
  );
}

// biome-ignore format: a table is read in columns
const ACCEPTS: Readonly<Record<string, string>> = { image: 'image/jpeg,image/png', video: 'video/mp4,video/3gpp', document: '*/*' };

interface FileProps {
  readonly place: TemplateParameter;
  readonly there: boolean;
  readonly onPut: (mediaId: string) => void;
}

/** The file of a header goes up when it is chosen. */
function FileField({ place, there, onPut }: FileProps) {
  const { templates: words } = useWords();
  const id = useId();
  const [state, turn] = useState<'idle' | 'going'>('idle');
  const [error, fail] = useState<unknown>(null);
  const bring = async (file: File | undefined) => {
    if (!file) return;
    turn('going');
    fail(null);
    try {
      onPut((await upload(file, { told: () => undefined, signal: new AbortController().signal })).id);
    } catch (problem) {
      fail(problem);
    }
    turn('idle');
  };
  return (
    <div className="field">
      <label htmlFor={id}>{words.fileFor[place.kind] ?? place.kind}</label>
      <input id={id} type="file" accept={ACCEPTS[place.kind] ?? '*/*'} onChange={({ target }) => void bring(target.files?.[0])} />
      <span className="hint" role="status">
        {state === 'going' ? words.goingUp : there ? words.fileThere : null}
      </span>
      {error ? <ProblemLine error={error} what={words.fileNot} /> : null}
    </div>
  );
}
