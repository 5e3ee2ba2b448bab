import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { Barred } from './barred';
import { writeDraft } from './draft';
import { hoursOf } from './hours';
import { inSentence } from './name-of';
import type { Writing } from './use-writing';

/** Why a reply can't be free now, and what can be done instead; nothing for one that can. */
export function Explained({ writing }: { readonly writing: Writing }) {
  const { mode, standing, ticket } = writing;
  if (mode === 'note') return null;
  if (standing.kind === 'barred') return <Barred ticket={ticket} why={standing.why} kept={<Kept writing={writing} />} />;
  if (standing.kind === 'free')
    return standing.human && standing.closesAt !== null ? <Human writing={writing} until={standing.closesAt} /> : null;
  return (
    <div className="explained soft">
      <Over writing={writing} />
      <Kept writing={writing} />
    </div>
  );
}

function Over({ writing: { ticket, channel, standing } }: { readonly writing: Writing }) {
  const { composer, common } = useWords();
  const called = inSentence(ticket, composer.theCustomer);
  const { Name } = called;
  const network = common.networks[ticket.channel.kind] ?? ticket.channel.name;
  const wrote = ticket.lastCustomerMessageAt !== null;
  if (standing.kind === 'template')
    return <p dir="auto">{wrote ? composer.templateOnly(Name, hoursOf(channel), network) : composer.templateFirst(Name, network)}</p>;
  return <p dir="auto">{wrote ? composer.shut(called, hoursOf(channel), network) : composer.shutFirst(Name, network)}</p>;
}

function Human({ writing: { ticket, channel }, until }: { readonly writing: Writing; readonly until: number }) {
  const { composer, common } = useWords();
  const times = useTimes();
  const { Name } = inSentence(ticket, composer.theCustomer);
  const network = common.networks[ticket.channel.kind] ?? ticket.channel.name;
  return <p className="explained soft">{composer.human(Name, hoursOf(channel), network, times.moment(until, Date.now()))}</p>;
}

/** What was written before the window closed can still be said to colleagues. */
function Kept({ writing: { ticket, draft } }: { readonly writing: Writing }) {
  const { composer } = useWords();
  if (draft.reply.trim() === '') return null;
  const note = [draft.note, draft.reply].filter((text) => text.trim() !== '').join('\n\n');
  return (
    <button type="button" className="btn small" onClick={() => writeDraft(ticket.id, { mode: 'note', note, reply: '', quote: null })}>
      <Icon name="pen" size="s" />
      {composer.makeNote}
    </button>
  );
}
