import { useQueries } from '@tanstack/react-query';
import { useWorkspace } from '../../api/workspace';
import { keyOf, type Template, templatesQuery } from '../../templates/query';
import { tongueOf } from '../../templates/tongue-of';
import { useLanguage } from '../../words';
import { Options } from './options';

interface Named {
  readonly name: string;
  readonly language: string;
}

interface Props {
  readonly name: string;
  readonly changed: boolean;
  readonly wrong: string | undefined;
  readonly value: Named | null;
  readonly onChange: (value: Named) => void;
}

/** Templates of all channels that go out by themselves: nothing to fill, or the customer's name alone. */
export function TemplateField({ name, changed, wrong, value, onChange }: Props) {
  const { language, words } = useLanguage();
  const { rules } = words;
  const { channels } = useWorkspace();
  const lists = useQueries({
    queries: channels.filter(({ capabilities }) => capabilities.contents.includes('template')).map(({ id }) => templatesQuery(id)),
  });
  const all = lists.flatMap(({ data }) => data?.data ?? []).filter(({ usable, goesAlone }) => usable && goesAlone);
  const known = new Map<string, Named>(
    [...(value && value.name !== '' ? [value] : []), ...all].map((one) => [keyOf(one as Template), one]),
  );
  return (
    <Options
      {...{ name, changed, wrong }}
      value={value && value.name !== '' ? keyOf(value) : ''}
      options={[...known].map(([key, one]) => [key, `${one.name} (${tongueOf(one.language, language)})`])}
      onChange={(key) => {
        const chosen = known.get(key);
        if (chosen) onChange({ name: chosen.name, language: chosen.language });
      }}
    >
      <option value="" disabled>
        {known.size === 0 ? rules.delivery.noTemplate : rules.delivery.chooseTemplate}
      </option>
    </Options>
  );
}
