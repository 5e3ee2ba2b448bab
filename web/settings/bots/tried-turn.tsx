import type { TriedJson } from '../../../src/http/schemas/bot';
import { Icon } from '../../parts/icon';
import { useLanguage, useWords } from '../../words';
import { idFor } from './form';
import type { Tap, Turn } from './use-trying';

type Said = TriedJson['says'][number];

interface Props {
  readonly turn: Turn;
  readonly onTap: (tap: Tap) => void;
}

/** What the customer wrote, what the bot would say, and why. */
export function TriedTurn({ turn: { said, body, tried }, onTap }: Props) {
  const { test } = useWords().bots;
  return (
    <div className="turn">
      <p className="bubble mine" dir="auto">
        {'payload' in body ? test.tapped(said) : said}
      </p>
      {tried.says.map((content, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes
        <SaidContent key={at} content={content} onTap={onTap} />
      ))}
      <Because tried={tried} />
    </div>
  );
}

function SaidContent({ content, onTap }: { readonly content: Said; readonly onTap: (tap: Tap) => void }) {
  const { kinds } = useWords().bots;
  const choices =
    content.type === 'buttons' ? content.buttons : content.type === 'list' ? content.sections.flatMap(({ rows }) => rows) : [];
  return (
    <div>
      <p className="bubble" dir="auto">
        {'text' in content ? content.text : (kinds[content.type] ?? content.type)}
      </p>
      {choices.map(({ id, title }) => (
        <button
          key={id || idFor(title)}
          type="button"
          className="btn small tap"
          dir="auto"
          onClick={() => onTap({ said: title, body: { payload: id } })}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

/** Which rule matched, and whether a person takes over. */
function Because({ tried: { says, matched, handoff, failed } }: { readonly tried: TriedJson }) {
  const { language, words } = useLanguage();
  const { test } = words.bots;
  const rules = matched.filter((one) => one !== 'fallback').map((place) => String(Number(place) + 1));
  const why = rules.length > 0 ? test.matched(new Intl.ListFormat(language).format(rules)) : handoff ? test.missedHandoff : test.missed;
  return (
    <p className="sm mute because">
      {failed ? (
        <span className="bad-t">
          {test.failed}: {failed.reason === 'threw' ? test.threw : test.tooSlow}.
        </span>
      ) : (
        <span>
          {why}. {says.length === 0 ? `${test.saysNothing}. ` : ''}
        </span>
      )}
      {handoff ? (
        <b className="handoff">
          <Icon name="person" size="s" />
          {test.handsOver}
        </b>
      ) : null}
    </p>
  );
}
