import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFrame } from '../inbox/use-frame';
import { Empty } from '../parts/empty';
import { useWords } from '../words';
import '../inbox/inbox.css';
import '../ticket/panel.css';
import './contacts.css';
import { ContactPage } from './contact-page';
import { ContactList } from './list';

/** The people who write: all of them, and one of them. On a phone one behind the other. */
export function ContactsPage() {
  const { contactId } = useParams({ from: '/desk/contacts/{-$contactId}' });
  const { q } = useSearch({ from: '/desk/contacts/{-$contactId}' });
  const { contacts, shell } = useWords();
  const phone = useFrame() === 'phone';
  useEffect(() => {
    document.title = `${shell.pages.contacts} · ${shell.desk}`;
  }, [shell]);
  return (
    <div className="inbox contacts">
      {phone && contactId ? null : <ContactList q={q} openId={contactId} alone={phone} />}
      {contactId ? <ContactPage key={contactId} contactId={contactId} alone={phone} /> : null}
      {contactId || phone ? null : (
        <main className="page">
          <Empty icon="contacts" title={contacts.noneOpen} says={contacts.noneOpenSays} />
        </main>
      )}
    </div>
  );
}
