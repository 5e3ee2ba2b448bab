import { Link, Navigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { ContactDetailJson } from '../../src/http/schemas/contact';
import { isProblem } from '../api/ask';
import { useWorkspace } from '../api/workspace';
import { Empty } from '../parts/empty';
import { Face } from '../parts/face';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { BlockedLine, ContactMenu } from '../ticket/blocking';
import { InPlace } from '../ticket/in-place';
import { useContact } from '../ticket/use-contact';
import { useWords } from '../words';
import { Duplicates } from './duplicates';
import { MergedLines } from './merged-lines';
import { Names } from './names';
import { contactName, waysTo, waysToBegin } from './person';
import { Tickets } from './tickets';
import { useName } from './use-contacts';
import { Ways } from './ways';

const NewMessage = lazy(async () => ({ default: (await import('../inbox/new-message')).NewMessage }));

interface Props {
  readonly contactId: string;
  /** The list is not beside it: a phone. */
  readonly alone: boolean;
}

/** One person: how they are called and reached, and every ticket they had. */
export function ContactPage({ contactId, alone }: Props) {
  const { contacts, shell } = useWords();
  const { data, error } = useContact(contactId);
  return (
    <main className="page contactpage">
      {alone ? (
        <Link className="crumb back" to="/contacts/{-$contactId}" params={{ contactId: undefined }} search={true}>
          <Icon name="back" size="s" flips />
          {shell.pages.contacts}
        </Link>
      ) : null}
      {isProblem(error, 'gone') && typeof error.facts.mergedInto === 'string' ? (
        <Navigate to="/contacts/{-$contactId}" params={{ contactId: error.facts.mergedInto }} search={true} replace />
      ) : isProblem(error, 'not_found') ? (
        <Empty icon="contacts" title={contacts.gone} says={contacts.goneSays} />
      ) : error ? (
        <ProblemLine error={error} what={contacts.notLoadedOne} />
      ) : data ? (
        <Known contact={data} alone={alone} />
      ) : null}
    </main>
  );
}

function Known({ contact, alone }: { readonly contact: ContactDetailJson; readonly alone: boolean }) {
  const { channels } = useWorkspace();
  const { contacts, common } = useWords();
  const naming = useName(contact.id);
  const [writing, setWriting] = useState(false);
  const ways = waysTo(contact, channels);
  const [begin] = waysToBegin(ways);
  const name = contactName(contact, common.noName);
  const [Heading, below] = alone ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  return (
    <div className="contactbody">
      <header className="row contacthead">
        <Face name={contactName(contact, '')} id={contact.id} size={44} />
        <Heading className="grow">
          <InPlace
            value={contact.name ?? ''}
            label={contacts.name}
            empty={name}
            max={128}
            className="name"
            onSave={(next) => naming.mutate(next)}
          />
        </Heading>
        {begin ? (
          <button type="button" className="btn" onClick={() => setWriting(true)}>
            <Icon name="pen" />
            {contacts.write}
          </button>
        ) : null}
        <ContactMenu contact={contact} name={name} />
      </header>
      {contact.blocked ? <BlockedLine contact={contact} /> : null}
      {naming.isError ? <ProblemLine error={naming.error} what={common.problems.notSaved} /> : null}
      <MergedLines contact={contact} />
      <Duplicates contact={contact} below={below} />
      <Ways contact={contact} ways={ways} below={below} />
      <Names contact={contact} below={below} />
      <Tickets chatIds={contact.chats.map(({ chatId }) => chatId)} below={below} />
      {writing && begin ? (
        <Suspense>
          <NewMessage start={{ channelId: begin.channel.id, to: begin.to }} onClose={() => setWriting(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
