import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LinkJson } from '../../../src/http/schemas/account';
import { ask, get } from '../../api/ask';
import type { Account } from '../../api/types';
import { Modal } from '../../parts/dialog';
import { ProblemLine } from '../../parts/problem-line';
import { toast } from '../../parts/toast';
import { useWords } from '../../words';
import { LinkShown } from './link-shown';
import { agentsQuery } from './query';

/** An invitation, or a link to a new password: mailed where there is a mail server, or shown. */
export function LinkDialog({ agent, onClose }: { readonly agent: Account; readonly onClose: () => void }) {
  const { account, common } = useWords();
  const { people } = account;
  const [shown, show] = useState<LinkJson | null>(null);
  const byMail = useQuery({ queryKey: ['ways'], queryFn: () => get<{ resetByMail: boolean }>('/session/ways') }).data?.resetByMail;
  const making = useMakeLink(agent, (link) => {
    if (link.url) return show(link);
    toast(people.mailed(agent.email));
    onClose();
  });
  if (shown?.url) return <LinkShown name={agent.name} url={shown.url} expiresAt={shown.expiresAt} onClose={onClose} />;
  const { hasPassword, name, email } = agent;
  return (
    <Modal
      opened
      onClose={onClose}
      title={hasPassword ? people.resetTitle(name) : people.inviteTitle(name)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className="asking">
        {making.error ? <ProblemLine error={making.error} what={people.notMade} /> : null}
        <p className="soft">{hasPassword ? people.resetSays : people.inviteSays}</p>
        {byMail ? (
          <p className="cut" title={email}>
            <bdi>{email}</bdi>
          </p>
        ) : null}
        <div className="row end wrap">
          <button type="button" className={`btn ${byMail ? '' : 'go'}`} disabled={making.isPending} onClick={() => making.mutate(false)}>
            {people.show}
          </button>
          {byMail ? (
            <button type="button" className="btn go" data-autofocus disabled={making.isPending} onClick={() => making.mutate(true)}>
              {people.byMail}
            </button>
          ) : null}
        </div>
      </div>
    </Modal>
  );
}

function useMakeLink({ id, hasPassword }: Account, onMade: (link: LinkJson) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mail: boolean) => ask<LinkJson>('POST', `/agents/${id}/${hasPassword ? 'reset-link' : 'invite'}`, { body: { mail } }),
    onSuccess: (link) => {
      void queries.invalidateQueries({ queryKey: agentsQuery.queryKey });
      onMade(link);
    },
  });
}
