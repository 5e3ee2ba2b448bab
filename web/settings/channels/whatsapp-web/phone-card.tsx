import { useQuery } from '@tanstack/react-query';
import type { ChannelLineJson } from '../../../../src/http/schemas/channel-line';
import type { Channel } from '../../../api/types';
import { Icon } from '../../../parts/icon';
import { ProblemLine } from '../../../parts/problem-line';
import { useWords } from '../../../words';
import { LineNow } from '../line-card';
import { lineQuery } from '../queries';
import { Acts } from './acts';
import { ByCode } from './by-code';
import { Pairing } from './pairing';
import './phone.css';
import { useWish, type Wishing } from './use-wish';

/** The phone whose WhatsApp the desk is a device of: linked here by a picture or a code, and unlinked. */
export function PhoneCard({ channel }: { readonly channel: Channel }) {
  const { networks } = useWords();
  const { phone, line: words } = networks;
  const { data: line, error } = useQuery(lineQuery(channel.id));
  const wishing = useWish(channel.id);
  return (
    <section className="card phonecard">
      <div className="h">
        <h2>{phone.title}</h2>
      </div>
      <div className="kv">
        {error ? <ProblemLine error={error} what={words.notLoaded} /> : null}
        {line ? <Phone line={line} wishing={wishing} name={channel.name} /> : null}
        <p className="hint icontext">
          <Icon name="warning" size="s" />
          <span>{networks.warning.whatsapp_web}</span>
        </p>
      </div>
    </section>
  );
}

interface Props {
  readonly line: ChannelLineJson;
  readonly wishing: Wishing;
  readonly name: string;
}

function Phone({ line, wishing, name }: Props) {
  const { phone } = useWords().networks;
  const isLinking = line.status === 'pairing' || line.code === 'logged_out' || line.code === 'not_paired';
  return (
    <>
      <LineNow line={line} />
      {line.status === 'pairing' ? <Pairing line={line} /> : null}
      {isLinking ? <ByCode wishing={wishing} /> : null}
      {wishing.error ? <ProblemLine error={wishing.error} what={phone.notAsked} /> : null}
      <Acts line={line} wishing={wishing} name={name} />
    </>
  );
}
