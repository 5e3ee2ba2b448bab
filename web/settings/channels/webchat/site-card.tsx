import type { Channel } from '../../../api/types';
import { useWords } from '../../../words';
import { CodeBlock } from './code-block';
import { IdentityCard } from './identity-card';
import { OriginsCard } from './origins-card';
import { snippetOf } from './snippet';
import './webchat.css';

/** How the chat comes onto a site: the line for its pages, the sites that may show it, and who is signed in there. */
export function SiteCard({ channel }: { readonly channel: Channel }) {
  const { webchat } = useWords();
  return (
    <div className="sitecards">
      <section className="card">
        <div className="h">
          <h2>{webchat.snippet.title}</h2>
        </div>
        <div className="kv">
          <p className="hint">{webchat.snippet.says}</p>
          <CodeBlock label={webchat.snippet.line} code={snippetOf(location.origin, channel.id)} />
          <p className="hint">{webchat.snippet.address(location.host)}</p>
          <span className="row">
            <a className="btn" href={`/webchat/${channel.id}/preview`} target="_blank" rel="noopener">
              {webchat.snippet.test}
            </a>
          </span>
        </div>
      </section>
      <OriginsCard channel={channel} />
      <IdentityCard channel={channel} />
    </div>
  );
}
