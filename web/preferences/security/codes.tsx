import { Icon } from '../../parts/icon';
import { CopyButton } from '../../settings/channels/copy-line';
import { useWords } from '../../words';

interface Props {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** The recovery codes, shown this once. */
export function Codes({ codes, onDone }: Props) {
  const { codes: words } = useWords().account;
  const text = `${codes.join('\n')}\n`;
  return (
    <div className="asking">
      <p className="soft">{words.says}</p>
      <ul className="recoverycodes mono" dir="ltr" aria-label={words.title}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row wrap">
        <CopyButton what={words.title} text={text} />
        <button type="button" className="btn small" onClick={() => download(words.file, text)}>
          <Icon name="down" size="s" />
          {words.download}
        </button>
      </div>
      <div className="row end">
        <button type="button" className="btn go" data-autofocus onClick={onDone}>
          {words.done}
        </button>
      </div>
    </div>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
