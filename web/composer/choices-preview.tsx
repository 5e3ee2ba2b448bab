import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { type ChoicesForm, contentOf } from './choices-form';

/** How it looks on the customer's phone: the words, and what can be tapped below them. */
export function ChoicesPreview({ form }: { readonly form: ChoicesForm }) {
  const { choices } = useWords().composer;
  const content = contentOf(form);
  const offered = content.type === 'buttons' ? content.buttons : content.sections;
  if (content.text === '' && offered.length === 0) return null;
  return (
    <figure className="asseen">
      <figcaption className="sm mute">{choices.preview}</figcaption>
      <div className="card1">
        <p dir="auto">{content.text}</p>
        {content.type === 'buttons' ? (
          content.buttons.map(({ id, title }) => (
            <span key={id} className="tap" dir="auto">
              {title}
            </span>
          ))
        ) : (
          <span className="tap" dir="auto">
            <Icon name="queue" size="s" />
            {content.button}
          </span>
        )}
      </div>
      {content.type === 'list' && content.sections.length > 0 ? (
        <div className="card1 listed">
          {content.sections.map(({ title, rows }) => (
            <div key={rows[0]?.id}>
              {title ? <b dir="auto">{title}</b> : null}
              {rows.map((row) => (
                <p key={row.id} dir="auto">
                  {row.title}
                  {row.description ? <span className="sm mute block">{row.description}</span> : null}
                </p>
              ))}
            </div>
          ))}
        </div>
      ) : null}
    </figure>
  );
}
