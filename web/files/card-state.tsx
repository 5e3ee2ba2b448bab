import { isProblem } from '../api/ask';
import type { Ticket } from '../api/types';
import { fileSize } from '../thread/values';
import { useLanguage, useWords } from '../words';
import { attached } from './attached';
import type { Attachment } from './attachment';
import { misfitSaid, typeSaid } from './said';

interface Props {
  readonly ticket: Ticket;
  readonly file: Attachment;
  /** What it is called here. */
  readonly name: string;
}

/** What it is, how much of it is at the desk, or why it can't go. */
export function CardState({ ticket, file, name }: Props) {
  const { again } = useWords().files;
  if (file.state === 'refused')
    return (
      <span className="sm wrong" role="alert">
        <Misfits ticket={ticket} file={file} />
      </span>
    );
  if (file.state === 'failed')
    return (
      <span className="sm wrong" role="alert">
        <Failure error={file.error} />{' '}
        <button type="button" className="link" onClick={() => attached.retry(ticket.id, file.id)}>
          {again}
        </button>
      </span>
    );
  return file.state === 'up' ? <Progress file={file} name={name} /> : <Facts file={file} name={name} />;
}

function Misfits({ ticket, file: { misfit, bytes } }: Omit<Props, 'name'>) {
  const { attaching, common } = useWords();
  const { language } = useLanguage();
  const network = common.networks[ticket.channel.kind] ?? ticket.channel.name;
  return misfit === null ? null : misfitSaid(misfit, { network, language, bytes, words: attaching });
}

function Failure({ error }: { readonly error: unknown }) {
  const { attaching, common } = useWords();
  const { problems } = common;
  const why = isProblem(error, 'offline') ? problems.offline : isProblem(error) ? error.message : problems.unknown;
  return (
    <>
      {attaching.notUp}: {why}
    </>
  );
}

function Progress({ file: { share }, name }: Omit<Props, 'ticket'>) {
  const { attaching } = useWords();
  const { language } = useLanguage();
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share);
  return (
    <>
      <span className="sm mute">{share > 0 ? attaching.up(percent) : attaching.waits}</span>
      <progress max={1} value={share} aria-label={name} />
    </>
  );
}

function Facts({ file: { type, mime, bytes, instead, seconds }, name }: Omit<Props, 'ticket'>) {
  const { attaching } = useWords();
  const { language } = useLanguage();
  const other = instead === null ? undefined : attaching.goesAs[type];
  const facts = seconds === null ? [typeSaid(mime), fileSize(bytes, language), other] : [fileSize(bytes, language)];
  return (
    <>
      <span className="sm mute">{facts.filter(Boolean).join(', ')}</span>
      <span className="unseen" role="status">
        {attaching.ready(name)}
      </span>
    </>
  );
}
