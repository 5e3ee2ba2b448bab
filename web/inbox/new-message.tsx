import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { ask, isProblem } from '../api/ask';
import { freshKey } from '../api/fresh-key';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { putTickets } from '../live/tickets';
import { Icon } from '../parts/icon';
import { SelectBox } from '../parts/select-box';
import { type Chosen, contentOf, lackOf, NOTHING_CHOSEN } from '../templates/chosen';
import { useChosenTemplate } from '../templates/use-chosen';
import { useWords } from '../words';
import { By, FirstWords, NotOnline, Refused, To, takesTemplates, textOf } from './new-message-parts';

const TemplatePicker = lazy(async () => ({ default: (await import('../templates/picker')).TemplatePicker }));

interface Begun {
  readonly channelId: string;
  readonly to: string;
  readonly text: string;
  /** What to begin with; who has not written for a day takes a template only. */
  readonly by: 'template' | 'text';
  readonly chosen: Chosen;
}

interface Props {
  readonly onClose: () => void;
  /** To whom, when that is known. */
  readonly start?: { readonly channelId: string; readonly to: string };
}

/** We write first: a channel, an address, the first words. The ticket that comes of it opens. */
export function NewMessage({ onClose, start }: Props) {
  const { inbox, common } = useWords();
  const open = useOpen(onClose);
  const { me, channels } = useWorkspace();
  const able = channels.filter(({ capabilities }) => capabilities.startsChats);
  const [begun, setBegun] = useState<Begun>({
    channelId: able[0]?.id ?? '',
    to: '',
    text: '',
    by: 'template',
    chosen: NOTHING_CHOSEN,
    ...start,
  });
  const [key, setKey] = useState(freshKey);
  const write = (change: Partial<Begun>) => {
    setBegun({ ...begun, ...change });
    setKey(freshKey());
  };
  const send = useMutation({
    mutationFn: ({ channelId, to, content }: { channelId: string; to: string; content: object }) =>
      ask<Ticket>('POST', '/tickets', { body: { channelId, to: to.trim(), content }, key }),
    onSuccess: (ticket) => {
      putTickets([ticket]);
      open(ticket.id);
    },
    onError: (error) => {
      if (isProblem(error, 'window_closed')) setBegun((now) => ({ ...now, by: 'template' }));
    },
  });
  const channel = able.find(({ id }) => id === begun.channelId);
  const byTemplate = channel !== undefined && takesTemplates(channel) && begun.by === 'template';
  const template = useChosenTemplate(byTemplate ? begun.channelId : null, begun.chosen);
  const content = byTemplate ? template && contentOf(template, begun.chosen) : textOf(begun.text);
  const lack = byTemplate && template ? lackOf(template, begun.chosen) : null;
  const ready = channel && begun.to.trim() !== '' && content && lack === null && me.presence === 'online' && !send.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && content) send.mutate({ ...begun, content });
  };
  return (
    <Modal opened onClose={onClose} title={inbox.newMessage} closeButtonProps={{ 'aria-label': common.close }}>
      <form className="asking" onSubmit={submit}>
        {able.length === 0 ? <p className="soft">{inbox.begin.noChannel}</p> : null}
        {send.error ? <Refused error={send.error} onOpen={open} /> : null}
        {me.presence === 'online' ? null : <NotOnline />}
        <div className="field">
          <label htmlFor="begin-channel">{inbox.begin.channel}</label>
          <SelectBox
            id="begin-channel"
            value={begun.channelId}
            onChange={(event) => write({ channelId: event.target.value, chosen: NOTHING_CHOSEN })}
          >
            {able.map(({ id, name, kind }) => (
              <option key={id} value={id}>
                {name === common.networks[kind] ? name : `${name} (${common.networks[kind] ?? kind})`}
              </option>
            ))}
          </SelectBox>
        </div>
        <To kind={channel?.kind ?? ''} value={begun.to} onWrite={(to) => write({ to })} />
        {channel && takesTemplates(channel) ? <By value={begun.by} onChange={(by) => write({ by })} /> : null}
        {byTemplate ? (
          <Suspense>
            <TemplatePicker channelId={begun.channelId} chosen={begun.chosen} onChange={(chosen) => write({ chosen })} />
          </Suspense>
        ) : (
          <FirstWords channel={channel} value={begun.text} onWrite={(text) => write({ text })} />
        )}
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn go" disabled={!ready}>
            <Icon name="send" flips />
            {send.isPending ? inbox.begin.sending : inbox.begin.send}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function useOpen(onClose: () => void): (ticketId: string) => void {
  const go = useNavigate();
  return (ticketId) => {
    onClose();
    void go({ to: '/inbox/$view/{-$ticketId}', params: { view: 'mine', ticketId } });
  };
}
