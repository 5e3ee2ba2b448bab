import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { freshKey } from '../api/fresh-key';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { hoursOf } from '../composer/hours';
import { putTickets } from '../live/tickets';
import { Icon } from '../parts/icon';
import { SelectBox } from '../parts/select-box';
import { useWords } from '../words';
import { NotOnline, Refused, To } from './new-message-parts';

interface Begun {
  readonly channelId: string;
  readonly to: string;
  readonly text: string;
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
  const [begun, setBegun] = useState<Begun>({ channelId: able[0]?.id ?? '', to: '', text: '', ...start });
  const [key, setKey] = useState(freshKey);
  const write = (change: Partial<Begun>) => {
    setBegun({ ...begun, ...change });
    setKey(freshKey());
  };
  const send = useMutation({
    mutationFn: ({ channelId, to, text }: Begun) =>
      ask<Ticket>('POST', '/tickets', { body: { channelId, to: to.trim(), content: { type: 'text', text } }, key }),
    onSuccess: (ticket) => {
      putTickets([ticket]);
      open(ticket.id);
    },
  });
  const channel = able.find(({ id }) => id === begun.channelId);
  const ready = channel && begun.to.trim() !== '' && begun.text.trim() !== '' && me.presence === 'online' && !send.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) send.mutate(begun);
  };
  return (
    <Modal opened onClose={onClose} title={inbox.newMessage} closeButtonProps={{ 'aria-label': common.close }}>
      <form className="asking" onSubmit={submit}>
        {able.length === 0 ? <p className="soft">{inbox.begin.noChannel}</p> : null}
        {send.error ? <Refused error={send.error} onOpen={open} /> : null}
        {me.presence === 'online' ? null : <NotOnline />}
        <div className="field">
          <label htmlFor="begin-channel">{inbox.begin.channel}</label>
          <SelectBox id="begin-channel" value={begun.channelId} onChange={(event) => write({ channelId: event.target.value })}>
            {able.map(({ id, name, kind }) => (
              <option key={id} value={id}>
                {name === common.networks[kind] ? name : `${name} (${common.networks[kind] ?? kind})`}
              </option>
            ))}
          </SelectBox>
        </div>
        <To kind={channel?.kind ?? ''} value={begun.to} onWrite={(to) => write({ to })} />
        <div className="field">
          <label htmlFor="begin-text">{inbox.begin.text}</label>
          <textarea
            id="begin-text"
            className="input area"
            rows={4}
            required
            dir="auto"
            value={begun.text}
            onChange={(event) => write({ text: event.target.value })}
          />
          {channel?.window.freeText ? (
            <span className="hint">
              {inbox.begin.windowHint(common.networks[channel.kind] ?? channel.kind, common.times.hours(hoursOf(channel)))}
            </span>
          ) : null}
        </div>
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
