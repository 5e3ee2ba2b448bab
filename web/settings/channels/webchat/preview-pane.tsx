import { useEffect, useRef, useState } from 'react';
import { showPreview } from '../../../../channels/webchat/widget/preview';
import { useLanguage, useWords } from '../../../words';
import type { Values } from '../config-form';
import { previewed } from './look';

const THEMES = ['light', 'dark'] as const;

/** The chat itself, as what is typed would make it; nobody answers in it. */
export function PreviewPane({ values }: { readonly values: Values }) {
  const { preview: words } = useWords().webchat;
  const { language } = useLanguage();
  const [theme, choose] = useState<(typeof THEMES)[number]>('light');
  const [open, setOpen] = useState(true);
  const [online, setOnline] = useState(true);
  const place = useRef<HTMLDivElement>(null);
  const shown = JSON.stringify({ config: previewed(values, online, language), theme, open });
  useEffect(() => (place.current ? showPreview(place.current, JSON.parse(shown)) : undefined), [shown]);
  return (
    <section className="card chatpreview" aria-label={words.title}>
      <div className="h">
        <h2>{words.title}</h2>
      </div>
      <div className="kv">
        <div className="row previewrow">
          <fieldset className="seg">
            <legend className="unseen">{words.theme}</legend>
            {THEMES.map((one) => (
              <button
                key={one}
                type="button"
                className={one === theme ? 'on' : ''}
                aria-pressed={one === theme}
                onClick={() => choose(one)}
              >
                {words[one]}
              </button>
            ))}
          </fieldset>
          <label className="previewcheck">
            <input type="checkbox" checked={open} onChange={({ target }) => setOpen(target.checked)} /> {words.open}
          </label>
          <label className="previewcheck">
            <input type="checkbox" checked={online} onChange={({ target }) => setOnline(target.checked)} /> {words.online}
          </label>
        </div>
        <div ref={place} className="chatplace" data-dark={theme === 'dark' || undefined} />
        <p className="hint">{words.says}</p>
      </div>
    </section>
  );
}
