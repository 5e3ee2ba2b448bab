import { useWords } from '../words';
import { type Chosen, seenAs } from './chosen';
import type { Template } from './query';

/** What the customer will see; where a value is missing, its braces stay. */
export function Preview({ template, chosen }: { readonly template: Template; readonly chosen: Chosen }) {
  const { templates: words } = useWords();
  const { header, text, footer, buttons } = seenAs(template, chosen);
  return (
    <section className="tpreview" aria-label={words.preview}>
      {header ? (
        <b dir="auto" className="pre">
          {header}
        </b>
      ) : null}
      <p dir="auto" className="pre">
        {text}
      </p>
      {footer ? (
        <p dir="auto" className="sm mute">
          {footer}
        </p>
      ) : null}
      {buttons.length > 0 ? (
        <ul aria-label={words.buttons}>
          {buttons.map((title) => (
            <li key={title} dir="auto">
              {title}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
